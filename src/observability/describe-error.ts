import type { LogFields } from './log-fields.js';

/** Frames of a stack that are worth a log line. */
const FRAMES = 12;

/**
 * What may be logged of an error: its class, its code and where it happened. The message only of errors that say of
 * themselves `safeToLog`, because huella words them without values; any other message may repeat what a caller sent.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    errorName: error.name,
    errorCode: typeof code === 'string' ? code : undefined,
    errorMessage: isSafeToLog(error) ? error.message : undefined,
    frames: framesOf(error.stack),
  };
}

function isSafeToLog(error: Error): boolean {
  return 'safeToLog' in error && error.safeToLog === true;
}

/** The stack without its first lines, which repeat the message. */
function framesOf(stack: string | undefined): string | undefined {
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return frames.length === 0
    ? undefined
    : frames
        .slice(0, FRAMES)
        .map((line) => line.trim())
        .join(' | ');
}
