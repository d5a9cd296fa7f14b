import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of a text as 64 hexadecimal digits. */
export function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The first `digits` hexadecimal digits of the SHA-256, for names that must stay short. */
export function shortHash(text: string, digits = 8): string {
  return hash(text).slice(0, digits);
}
