/** The account that a profile address names. */
export interface Profile {
  readonly network: string;
  /** `@handle`, or a stable id. */
  readonly account: string;
}

interface Site {
  readonly network: string;
  readonly hosts: RegExp;
  /** First group: the handle. */
  readonly handle: RegExp;
  /** First group: a stable id. */
  readonly id?: RegExp;
}

const NAME = '([^/?#\\s]+)';
const END = '(?:[/?#]|$)';

const SITES: readonly Site[] = [
  {
    network: 'facebook',
    hosts: /^(?:[a-z-]+\.)?(?:facebook|fb)\.(?:com|me)$/,
    handle: new RegExp(`^(?!profile\\.php|people/|pages/|groups/|events/|share/|watch|photo)${NAME}${END}`),
    id: /^(?:profile\.php\?(?:.*&)?id=|people\/[^/]+\/)(\d+)/,
  },
  {
    network: 'instagram',
    hosts: /^(?:www\.)?(?:instagram\.com|instagr\.am)$/,
    handle: new RegExp(`^(?!p/|reel|explore|stories/)${NAME}${END}`),
  },
  {
    network: 'x',
    hosts: /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/,
    handle: new RegExp(`^(?!i/|intent/|search|hashtag/|home)${NAME}${END}`),
  },
  { network: 'tiktok', hosts: /^(?:www\.)?tiktok\.com$/, handle: new RegExp(`^@${NAME}${END}`) },
  { network: 'threads', hosts: /^(?:www\.)?threads\.(?:net|com)$/, handle: new RegExp(`^@${NAME}${END}`) },
  { network: 'linkedin', hosts: /^(?:[a-z]+\.)?linkedin\.com$/, handle: new RegExp(`^in/${NAME}${END}`) },
  {
    network: 'telegram',
    hosts: /^(?:t\.me|telegram\.me)$/,
    handle: new RegExp(`^(?!joinchat|\\+|s/|c/)${NAME}${END}`),
  },
  {
    network: 'youtube',
    hosts: /^(?:www\.|m\.)?youtube\.com$/,
    handle: new RegExp(`^@${NAME}${END}`),
    id: /^channel\/(UC[\w-]{22})(?:[/?#]|$)/,
  },
];

const ADDRESS = /^(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})\/(.+)$/i;

/** The account of a profile's address, with or without `https://`; null when the text is no address of a known network. */
export function readProfileUrl(text: string): Profile | null {
  const [, host = '', path = ''] = ADDRESS.exec(text) ?? [];
  const site = SITES.find(({ hosts }) => hosts.test(host.toLowerCase()));
  if (!site) return null;
  const id = site.id?.exec(path)?.[1];
  if (id !== undefined) return { network: site.network, account: id };
  const handle = site.handle.exec(path)?.[1];
  if (handle === undefined) return null;
  return { network: site.network, account: `@${handle.replace(/^@/, '')}` };
}
