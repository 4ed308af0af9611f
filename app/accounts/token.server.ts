import { hash, randomBytes } from "node:crypto";

/** 160 random bits, as text that goes into a cookie or an address: 27 letters, digits, - and _. */
export const makeToken = () => randomBytes(20).toString("base64url");

export const isToken = (text: string) => /^[\w-]{27}$/.test(text);

/** What is kept of a token: SHA-256 in hexadecimal, so that a stolen database opens nothing. */
export const hashToken = (token: string) => hash("sha256", token);
