import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type FormattedExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { ApiContext, Principal } from '../auth/principal.js';
import type { BrandsService } from '../brands/brands.service.js';
import type { GraphStartup } from '../graph/graph-startup.js';
import { LIMITS } from '../kernel/limits.js';
import { currentRequest } from '../observability/request-context.js';
import { ApiError, badUserInput } from './api-error.js';
import { variableProblem } from './variables.js';

/** What happens to each operation before it runs and after it has: refusals, the name for the log, `Retry-After`. */
export function requestPlugin(startup: GraphStartup, brands: BrandsService): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ operation, schema, request, contextValue }) => {
          if (operation) nameForTheLog(operation);
          const refused = operation && refusal(startup, schema, operation, request.variables ?? {});
          if (refused) throw refused;
          const brandId = request.http?.headers.get(BRAND_HEADER);
          if (brandId) contextValue.principal = await speakingAs(contextValue.principal, brandId, brands);
        },
        willSendResponse: ({ response }) => {
          if (response.body.kind === 'single' && isUnavailable(response.body.singleResult)) {
            response.http.headers.set('retry-after', String(LIMITS.retryAfterSeconds));
          }
          return Promise.resolve();
        },
      }),
  };
}

/** Names the brand as which a request speaks: it sees what that brand may see. */
const BRAND_HEADER = 'huella-brand';

/** The caller, narrowed to what a brand may see. Throws ApiError for a brand that is none, or not the caller's to speak for. */
async function speakingAs(caller: Principal, brandId: string, brands: BrandsService): Promise<Principal> {
  const narrowed = await brands.asBrand(caller, brandId);
  if (narrowed) return narrowed;
  throw new ApiError('UNKNOWN_BRAND', 'Huella-Brand names no brand that the caller may speak for.', { status: 400 });
}

/** Why the operation is not run, or null. */
function refusal(
  startup: GraphStartup,
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): ApiError | null {
  const problem = variableProblem(schema, operation.variableDefinitions ?? [], variables);
  if (problem) return badUserInput([problem]);
  if (startup.done || introspects(operation)) return null;
  return new ApiError('UNAVAILABLE', 'The graph is not ready yet; try again later.', { status: 503 });
}

/** Fields of the schema, so nothing that a caller chose; a fragment at the root stays unnamed. */
function nameForTheLog(operation: OperationDefinitionNode): void {
  const request = currentRequest();
  if (!request) return;
  const names = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? selection.name.value : '…',
  );
  request.rootFields = [...new Set(names)].join(',');
}

function introspects(operation: OperationDefinitionNode): boolean {
  return operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
}

function isUnavailable({ errors }: FormattedExecutionResult): boolean {
  return errors?.some(({ extensions }) => extensions?.code === 'UNAVAILABLE') ?? false;
}
