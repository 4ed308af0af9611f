/** What the forum uses of react-dom, whose types are a package apart. */
declare module "react-dom" {
  export function flushSync(deed: () => void): void;
}

declare module "react-dom/client" {
  export function hydrateRoot(container: Document, page: import("react").ReactNode): unknown;
}

declare module "react-dom/server" {
  interface Options {
    nonce?: string | undefined;
    onAllReady?: () => void;
    onShellError?: (error: unknown) => void;
    onError?: (error: unknown) => void;
  }
  export function renderToStaticMarkup(element: import("react").ReactNode): string;
  export function renderToPipeableStream(
    element: import("react").ReactNode,
    options: Options,
  ): { pipe: (into: NodeJS.WritableStream) => void };
}
