import type { MembershipPlan } from './engine.types.js';

/** A plan that changes nobody. */
export const NO_CHANGE: MembershipPlan = {
  created: [],
  updated: [],
  absorbed: [],
  moves: [],
  retired: [],
  revived: [],
  redirected: [],
  marks: [],
  causes: [],
  conflicts: [],
  oversized: [],
  skipped: [],
};

/** Several plans about different customers as one. */
export function joinPlans(plans: readonly MembershipPlan[]): MembershipPlan {
  return {
    created: plans.flatMap((plan) => plan.created),
    updated: plans.flatMap((plan) => plan.updated),
    absorbed: plans.flatMap((plan) => plan.absorbed),
    moves: plans.flatMap((plan) => plan.moves),
    retired: plans.flatMap((plan) => plan.retired),
    revived: plans.flatMap((plan) => plan.revived),
    redirected: plans.flatMap((plan) => plan.redirected),
    marks: plans.flatMap((plan) => plan.marks),
    causes: plans.flatMap((plan) => plan.causes),
    conflicts: plans.flatMap((plan) => plan.conflicts),
    oversized: plans.flatMap((plan) => plan.oversized),
    skipped: plans.flatMap((plan) => plan.skipped),
  };
}
