/** @typedef {{ descriptions: number, jars: number, bytes: number, copied: number }} Progress descriptions: of artifacts, in pom files */

/** What 5.26.29 took in a cold run: every jar that was downloaded, Maven's own plug-ins included. */
const JARS_EXPECTED = 290;
const JARS_OF_MAVEN = 5;
const BYTES_OF = /** @type {Record<string, number>} */ ({ B: 1, kB: 1e3, MB: 1e6, GB: 1e9 });

/** @returns {Progress} */
export const noProgress = () => ({ descriptions: 0, jars: 0, bytes: 0, copied: 0 });

/**
 * The progress after one more line of Maven's output.
 * @param {Progress} progress
 * @param {string} line such as "[INFO] Downloaded from central: https://…/a-1.0.jar (4.2 kB at 17 kB/s)"
 * @returns {Progress}
 */
export function advance(progress, line) {
  if (/\bCopying \S+\.jar to /.test(line)) return { ...progress, copied: progress.copied + 1 };
  if (/\bDownloaded from \S+: \S+\.pom /.test(line)) return { ...progress, descriptions: progress.descriptions + 1 };
  const download = /\bDownloaded from \S+: \S+\.jar \(([\d.]+) (B|kB|MB|GB)\b/.exec(line);
  if (!download) return progress;
  const bytes = Number(download[1]) * (BYTES_OF[download[2] ?? 'B'] ?? 0);
  return { ...progress, jars: progress.jars + 1, bytes: progress.bytes + bytes };
}

/**
 * The progress in words.
 * @param {Progress} progress
 * @returns {string}
 */
export function describe({ descriptions, jars, bytes, copied }) {
  if (copied > 0) return `assembling, ${copied} jars`;
  // A jar or two are Maven's own; hundreds of small descriptions come before the others.
  if (jars < JARS_OF_MAVEN) return descriptions === 0 ? 'resolving' : `resolving, ${descriptions} descriptions read`;
  return `downloading, ${jars} of about ${JARS_EXPECTED} jars, ${Math.round(bytes / 1e6)} MB`;
}
