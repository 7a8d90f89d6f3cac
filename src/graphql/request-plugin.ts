import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type FormattedExecutionResult, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { ApiContext } from '../auth/principal.js';
import type { GraphStartup } from '../graph/graph-startup.js';
import { LIMITS } from '../kernel/limits.js';
import { currentRequest } from '../observability/request-context.js';
import { ApiError, badUserInput } from './api-error.js';
import { variableProblem } from './variables.js';

/** What happens to each operation before it runs and after it has: refusals, the name for the log, `Retry-After`. */
export function requestPlugin(startup: GraphStartup): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, schema, request }) => {
          if (operation) nameForTheLog(operation);
          const refused = operation && refusal(startup, schema, operation, request.variables ?? {});
          return refused ? Promise.reject(refused) : Promise.resolve();
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
