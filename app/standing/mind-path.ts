/** Where the minds that a post changed are read, and said. */
export const mindsPath = (postId: number) => `/posts/${postId}/changed-my-mind`;

/** Where one record is read. */
export const mindPath = ({ id, postId }: { id: number; postId: number }) =>
  `${mindsPath(postId)}#mind-${id}`;
