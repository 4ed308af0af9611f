import { readsPage } from "../pages/reads-page.server.tsx";
import { terms } from "../pages/terms.ts";

export const loader = readsPage(terms, "/terms");
