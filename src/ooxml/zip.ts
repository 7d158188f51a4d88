import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** 1 January 1980, midnight: the earliest time a zip can say. Every entry has it, so that same inputs give same bytes. */
const DOS_TIME = 0;
const DOS_DATE = (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const DEFLATED = 8;
const LEVEL = 6;

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const CRC_TABLE = Uint32Array.from(CRC);

const crc32 = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = (CRC_TABLE[(c ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

const COMPRESSED = /\.(?:png|jpe?g|xlsx)$/i;

/** A zip of the entries in their order, deflated by Node's own zlib; what is compressed already is stored. */
export const writeZip = (entries: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const nameBytes = new TextEncoder().encode(name);
    const method = COMPRESSED.test(name) ? STORED : DEFLATED;
    const data = method === STORED ? bytes : deflateRawSync(bytes, { level: LEVEL });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(DOS_TIME, 6);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(0x04034b50, 0);
    parts.push(local, common, nameBytes, data);
    const head = Buffer.alloc(6);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(head, common, tail, nameBytes);
    offset += 30 + nameBytes.length + data.length;
  }
  const directorySize = directory.reduce((sum, b) => sum + b.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
};

/** Limits of what is opened: a bomb is refused before it is inflated. */
const MAX_ENTRIES = 20_000;
const MAX_ENTRY_BYTES = 200_000_000;

/** The members of a zip in directory order; directory entries are left out. Throws a RangeError beyond the limits. */
export const readZip = (bytes: Uint8Array): Map<string, Uint8Array> => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = view.length - 22;
  while (end >= 0 && view.readUInt32LE(end) !== 0x06054b50) end--;
  if (end < 0) throw new RangeError('not a zip file: no end of central directory');
  const count = view.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new RangeError(`the zip has ${count} members, more than ${MAX_ENTRIES}`);
  const members = new Map<string, Uint8Array>();
  let at = view.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const method = view.readUInt16LE(at + 10);
    const packed = view.readUInt32LE(at + 20);
    const size = view.readUInt32LE(at + 24);
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString('utf8', at + 46, at + 46 + nameLength);
    const local = view.readUInt32LE(at + 42);
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    if (name.endsWith('/')) continue;
    if (size > MAX_ENTRY_BYTES) throw new RangeError(`the zip member ${name} has ${size} bytes`);
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const data = view.subarray(start, start + packed);
    members.set(
      name,
      method === STORED ? new Uint8Array(data) : new Uint8Array(inflateRawSync(data, { maxOutputLength: MAX_ENTRY_BYTES })),
    );
  }
  return members;
};
