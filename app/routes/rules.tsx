import { readsPage } from "../pages/reads-page.server.tsx";
import { rules } from "../pages/rules.ts";

export const loader = readsPage(rules, "/rules");
