import { about } from "../pages/about.ts";
import { readsPage } from "../pages/reads-page.server.tsx";

export const loader = readsPage(about, "/about");
