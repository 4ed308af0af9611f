import { help } from "../pages/help.ts";
import { readsPage } from "../pages/reads-page.server.tsx";

export const loader = readsPage(help, "/help");
