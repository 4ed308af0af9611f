import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** HTML of elements that no script makes live. No reader of HTML keeps a bare carriage return, and a text is shown as it was sent. */
export const drawHtml = (elements: ReactNode): string =>
  renderToStaticMarkup(elements).replaceAll("\r", "&#13;");
