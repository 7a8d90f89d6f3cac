import type { NextFunction, Request, Response } from 'express';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Middleware for a service without keys: takes only requests that name the loopback as their host. Otherwise any web page could
 * point a name of its own at 127.0.0.1 and ask from the browser of whoever runs the service (DNS rebinding).
 */
export function ownHostOnly(request: Request, response: Response, next: NextFunction): void {
  if (LOOPBACK.test(request.headers.host ?? '')) {
    next();
    return;
  }
  const message = 'Without keys the service answers only by the names of the loopback: localhost, 127.0.0.1, [::1].';
  response.status(403).json({ errors: [{ message, extensions: { code: 'FORBIDDEN_HOST' } }] });
}
