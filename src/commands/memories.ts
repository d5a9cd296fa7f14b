import type { KnownRows } from "../models/rows-source.ts";
import { KeyedCache } from "../readers/keyed-cache.ts";
import type { ChecksumMemory } from "../revisions/store.ts";

/** What earlier runs found of many required rows. */
export function rowsMemory(folder: string): KeyedCache<KnownRows> {
  return new KeyedCache(folder, "rows");
}

/** The checksums of long revision files, of which there are few: each is kept as it is found. */
export function checksumMemory(folder: string): ChecksumMemory {
  const cache = new KeyedCache<string>(folder, "checksums", { keepsUnused: true });
  return {
    find: (text) => cache.find(text),
    add: (text, checksum) => {
      cache.add(text, checksum);
      cache.save();
      return checksum;
    },
  };
}
