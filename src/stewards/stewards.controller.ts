import { Controller, Get, Header, HttpCode, NotFoundException, Options, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { graphStyle } from './graph-style.js';
import { readGuideQueries } from './guide-queries.js';
import { LANGUAGES, type Guide, type Language } from './guide.types.js';
import { GUIDES } from './guides.js';
import { renderGuide } from './render-guide.js';

/** A `Host` that can be part of an address; another one could bring markup into the page. */
const HOST = /^[\w.:[\]-]{1,255}$/;

/**
 * Guides and the graph style for Neo4j Browser. They hold no data, so every page may read them: the Browser is another
 * origin than the service.
 */
@Controller('stewards')
export class StewardsController {
  private readonly queries = readGuideQueries();

  /** The Browser asks first, because it sends headers of its own (`cache-control`, `pragma`, `sentry-trace`). */
  @Options('*path')
  @HttpCode(204)
  @Header('access-control-allow-origin', '*')
  @Header('access-control-allow-headers', '*')
  @Header('access-control-allow-methods', 'GET')
  preflight(): void {}

  @Get('huella.grass')
  @Header('access-control-allow-origin', '*')
  @Header('content-type', 'text/plain; charset=utf-8')
  style(): string {
    return graphStyle();
  }

  /** The guide in the language that the reader's browser prefers. */
  @Get(':page.html')
  @Header('vary', 'accept-language')
  @Header('access-control-allow-origin', '*')
  @Header('content-type', 'text/html; charset=utf-8')
  preferred(@Param('page') page: string, @Req() request: Request): string {
    const language = request.acceptsLanguages([...LANGUAGES]);
    return this.render(page, LANGUAGES.find((each) => each === language) ?? LANGUAGES[0], request);
  }

  @Get(':language/:page.html')
  @Header('access-control-allow-origin', '*')
  @Header('content-type', 'text/html; charset=utf-8')
  guide(@Param('language') wanted: string, @Param('page') page: string, @Req() request: Request): string {
    const language = LANGUAGES.find((each) => each === wanted);
    if (!language) throw new NotFoundException();
    return this.render(page, language, request);
  }

  private render(page: string, language: Language, request: Request): string {
    const guide = GUIDES.find((each) => each.name === page);
    const host = request.headers.host ?? '';
    if (!guide || !HOST.test(host)) throw new NotFoundException();
    return renderGuide(guide, {
      language,
      origin: `${request.protocol}://${host}`,
      guides: GUIDES,
      queryText: (name) => this.textOf(guide, name),
    });
  }

  private textOf(guide: Guide, name: string): string {
    const text = this.queries.get(name);
    if (text === undefined) throw new Error(`the guide ${guide.name} has a query that was not read: ${name}`);
    return text;
  }
}
