import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { whyUnreadable } from '../config/why-unreadable.js';
import { CommandError } from './terminal.js';

/** Bytes from the start of a file that tell it from another of the same size. */
const HEAD_BYTES = 65_536;

/** Which file this is, without reading it whole. */
export interface FileIdentity {
  readonly bytes: number;
  /** SHA-256 of its first 64 KiB. */
  readonly head: string;
}

async function headOf(file: FileHandle): Promise<string> {
  const buffer = Buffer.alloc(HEAD_BYTES);
  let filled = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, filled, HEAD_BYTES - filled, filled);
    filled += bytesRead;
    if (bytesRead === 0 || filled === HEAD_BYTES) break;
  }
  return createHash('sha256').update(buffer.subarray(0, filled)).digest('hex');
}

/** Identity of the file at `path`; throws `CommandError` when it cannot be read. */
export async function identify(path: string, cwd: string): Promise<FileIdentity> {
  let file: FileHandle | undefined;
  try {
    file = await open(resolve(cwd, path));
    const stat = await file.stat();
    if (stat.isDirectory()) throw new CommandError(`${path}: is a folder`);
    return { bytes: stat.size, head: await headOf(file) };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path}: ${whyUnreadable(error)}`);
  } finally {
    await file?.close();
  }
}
