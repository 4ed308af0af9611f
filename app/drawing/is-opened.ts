/** Whether somebody looks at the page: not where only its headers are asked for, or a browser fetches it in case. */
export const isOpened = (method: string, purpose: string | null | undefined): boolean =>
  method === "GET" && !/prefetch|prerender/.test(purpose ?? "");
