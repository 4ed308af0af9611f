/** The page of its thread on which a post was pressed, in its order and at the post; null where the press came from elsewhere. `referer` is what the browser says, `path` where the post stands. */
export function pageBefore(referer: string | null, origin: string, path: string): string | null {
  if (!referer || !URL.canParse(referer)) return null;
  const before = new URL(referer);
  const { pathname, hash } = new URL(path, origin);
  const isSame = before.origin === origin && before.pathname === pathname;
  return isSame && before.search ? `${pathname}${before.search}${hash}` : null;
}
