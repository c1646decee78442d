// Records of before this label was thought of.
MATCH (r:ClaimRecord {predicate: 'https://w3id.org/summitry/ontology#memberOf'})
CALL (r) { SET r:MembershipRecord } IN TRANSACTIONS OF 5000 ROWS
