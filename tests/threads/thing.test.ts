import { expect, test } from "vitest";
import { sayIt } from "#app/strings/say.ts";
import { labelThing } from "#app/threads/thing.ts";

test.each([
  ["https://arxiv.org/abs/2410.01234", "arXiv 2410.01234"],
  ["https://www.arxiv.org/pdf/2410.01234v3.pdf", "arXiv 2410.01234"],
  ["http://arxiv.org/html/2410.01234v1#S2", "arXiv 2410.01234"],
  ["https://arxiv.org/abs/cs/0301012", "arXiv cs/0301012"],
  ["https://arxiv.org/abs/math.GT/0309136v1", "arXiv math.GT/0309136"],
  ["https://arxiv.org/list/cs.CL/recent", "arxiv.org"],
  ["https://huggingface.co/gannet/gannet-7b", "model gannet/gannet-7b"],
  ["https://huggingface.co/gannet/gannet-7b/blob/main/LICENSE", "model gannet/gannet-7b"],
  ["https://huggingface.co/datasets/gannet/letters", "data set gannet/letters"],
  ["https://huggingface.co/spaces/gannet/try-it", "huggingface.co"],
  ["https://huggingface.co/papers/2410.01234", "huggingface.co"],
  ["https://huggingface.co/gannet", "huggingface.co"],
  ["https://github.com/gannet/train", "repository gannet/train"],
  ["https://github.com/gannet/train.git", "repository gannet/train"],
  ["https://github.com/gannet", "github.com"],
  ["https://x.com/gannet/status/123", "post by @gannet at x.com"],
  ["https://twitter.com/gannet/status/123?s=20", "post by @gannet at twitter.com"],
  ["https://bsky.app/profile/gannet.example/post/3k", "post by @gannet.example at bsky.app"],
  ["https://social.example/@gannet/109876543210", "post by @gannet at social.example"],
  ["https://example.org/a/b", "example.org"],
  ["https://arxiv.org.example.net/abs/2410.01234", "arxiv.org.example.net"],
  ["https://example.org/%E0%A4%A", "example.org"],
  ["https://github.com/%2e%2e/x", "github.com"],
  ["http://[::1]:3000/x", "[::1]"],
])("%s is shown as %s", (address, label) => {
  expect(sayIt(labelThing(address))).toBe(label);
});
