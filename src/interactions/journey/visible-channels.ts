/** On which of a brand's channels a customer is seen. */
export interface ChannelVisibility {
  /** Seen channels among those asked for, from 0 to 1. */
  readonly share: number;
  readonly seen: readonly string[];
  readonly unseen: readonly string[];
}

/** The share of `channels` (at least one, each counted once) that `seen` has, in the order of the question. */
export function channelVisibility(channels: readonly string[], seen: ReadonlySet<string>): ChannelVisibility {
  const asked = [...new Set(channels)];
  const found = asked.filter((channel) => seen.has(channel));
  return { share: found.length / asked.length, seen: found, unseen: asked.filter((channel) => !seen.has(channel)) };
}
