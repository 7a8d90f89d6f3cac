// How far the walk of a policy came, and what it found.
MATCH (policy:Policy {number: $number})
SET policy.cursor = $cursor,
    policy.looked = policy.looked + $tally.looked,
    policy.merged = policy.merged + $tally.merged,
    policy.split = policy.split + $tally.split,
    policy.contested = policy.contested + $tally.contested,
    policy.setAside = policy.setAside + $tally.setAside
