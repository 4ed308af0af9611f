/** The reference by which the log tells what broke, for the page that says so. */
import { createContext } from "react";

export const Reference = createContext<string | null>(null);
