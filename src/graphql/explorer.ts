import { createHash } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** What the explorer opens with. */
const FIRST_QUERY = `# huella: who is who, and why.
# Ctrl-Enter runs, Ctrl-Space completes,
# the book on the left is the documentation.

query WhoIsThis {
  about {
    version
  }
}
`;

interface Page {
  readonly html: string;
  readonly policy: string;
}

/**
 * Middleware: answers a browser that opens the GraphQL address with an explorer. One page that holds all its scripts and
 * styles, so it works without a network; its policy lets it talk to this service and to nothing else.
 */
export function explorer() {
  let page: Promise<Page> | null = null;
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' || !wantsPage(request)) {
      next();
      return;
    }
    page ??= renderPage();
    page.then(({ html, policy }) => {
      response.setHeader('content-security-policy', policy);
      response.type('html').send(html);
    }, next);
  };
}

/** A browser asks for HTML; a client that sends a query by GET asks for JSON. */
function wantsPage(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html' && request.query.query === undefined;
}

/** Nine megabytes, so it is loaded when somebody asks for it. */
async function renderPage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({ title: 'huella', endpoint: '/graphql', defaultQuery: FIRST_QUERY });
  return { html, policy: policyFor(html) };
}

/** Allows the page's own inline scripts by their digest, the blobs of its editor, and requests to where it came from. */
function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1] ?? '');
  const digests = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${digests.join(' ')} blob:`,
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
