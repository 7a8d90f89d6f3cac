// Figures under which a version of the policy was in force.
MATCH (policy:Policy {version: $version})
RETURN DISTINCT policy.fingerprint AS fingerprint
