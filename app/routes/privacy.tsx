import { privacy } from "../pages/privacy.ts";
import { readsPage } from "../pages/reads-page.server.tsx";

export const loader = readsPage(privacy, "/privacy");
