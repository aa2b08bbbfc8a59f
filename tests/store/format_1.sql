-- What format 1 of grader.db wrote: the dump of a database with one report.
BEGIN TRANSACTION;
PRAGMA user_version = 1;
CREATE TABLE results (
	id INTEGER NOT NULL,
	identity TEXT NOT NULL,
	learner TEXT,
	exercise TEXT NOT NULL,
	origin TEXT NOT NULL,
	"key" TEXT NOT NULL,
	verdict TEXT NOT NULL,
	position INTEGER NOT NULL,
	report TEXT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (identity)
);
INSERT INTO "results" VALUES(1,'a459043b8f0b344d4ba42dcf2feea69ac4dc102f13a4aea58b80cac16b5c1a71','ada','mse','','k','failed',0,'{"schema":1,"course":"networks","exercise":"mse","learner":"ada","submission":"0000000000000000000000000000000000000000000000000000000000000001","verdict":"failed","score":3.0,"max_score":8.0,"checks":[],"findings":[{"mistake":null,"level":"E","line":null,"headline":"Not right yet.","message":"It gave 4.","question":null,"evidence":{"inputs":{"a":1},"yours":1,"named":null,"picture":null,"repair":null}}],"isolation":{"level":"confined","layers":[],"note":"","probes":0,"blocked":0,"open":[],"kernel":"","landlock_abi":null,"trusted":false},"timing":{"total_ms":1.0},"grader":"0.1.0","variant":null,"origin":"","submitted_at":null,"notes":[],"behaviour":{"probes":"p","answers":[4.5,2.0]}}');
CREATE INDEX results_in_order ON results (position, id);
CREATE INDEX ix_results_learner ON results (learner);
CREATE INDEX results_by_key ON results ("key");
COMMIT;
