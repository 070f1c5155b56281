-- What a central office counts for itself (tests/batch/test_nation.py): from the rows of plain runs, without --latest and
-- --against, and from what was sent.
--
-- rows: run, n (the place in the order of the inputs), and the columns of docs/batch.md
-- sent: run, source, line, and of each submission that is JSON: completed_at, revises, digest (of the report that it is or gives)
-- levels, kinds, principles, findings: what the questionnaires say, in their order (place)
-- Variables: run, and before: the earlier run; as_of; id and major: the questionnaire that is counted,
-- NULL for all its versions; words: the major version in whose words.

-- Names

CREATE MACRO name_of(typed) AS (
    WITH line AS (SELECT trim(regexp_replace(nfc_normalize(coalesce(typed, '')), '[\s\x0b\x1c-\x1f\x{85}\pZ]+', ' ', 'g')) AS text)
    SELECT text FROM line
);
CREATE MACRO cut(name) AS CASE WHEN length(name) <= 200 THEN name ELSE name[:199] || '…' END;
CREATE MACRO fold(name) AS nfc_normalize(lower(name));
CREATE MACRO percent(n, total) AS CASE WHEN total > 0 THEN ((2000 * n + total) // (2 * total)) / 10 ELSE 0 END;  -- half up, to one decimal
CREATE MACRO mean(tenths, n) AS CASE WHEN n > 0 THEN ((2 * tenths + n) // (2 * n)) / 10 END;

-- The latest of each system

CREATE TABLE scored AS
SELECT
    rows.*, split_part(version, '.', 1) AS major, sent.revises AS follows, sent.digest AS report,
    sent.completed_at::TIMESTAMPTZ AS moment,
    json_merge_patch(
        to_json(rows),
        '{"run": null, "n": null, "source": null, "line": null, "digest": null, "report_digest": null}'
    )::VARCHAR AS cells,
    CASE
        WHEN name_of(system) = '' THEN 'digest ' || rows.digest
        ELSE concat_ws(chr(31), questionnaire, fold(name_of(agency)), fold(name_of(system)))
    END AS one
FROM rows JOIN sent ON rows.run = sent.run AND rows.source = sent.source AND rows.line IS NOT DISTINCT FROM sent.line
WHERE status <> 'refused';

CREATE TABLE standing (run TEXT, n STRUCT(year INT, n BIGINT), set_aside TEXT);  -- filled run by run
CREATE VIEW kept AS SELECT scored.* FROM scored JOIN standing USING (run, n) WHERE set_aside IS NULL;

-- Of answers that another submission revises the report is looked for: among those of the same name, or of the name that had
-- this report in the earlier round, and then of the same agency, unless the earlier round has what was revised.
CREATE VIEW here AS FROM scored WHERE run = getvariable('run');
CREATE VIEW sought AS
SELECT here.*, fold(name_of(agency)) AS agency_key FROM here
WHERE follows IS NOT NULL AND follows NOT IN (SELECT report_digest FROM here WHERE report_digest IS NOT NULL);
CREATE VIEW were AS FROM kept WHERE run = getvariable('before');
CREATE VIEW may_be AS
SELECT n, follows, one FROM sought
UNION SELECT sought.n, sought.follows, were.one FROM were JOIN sought ON were.report_digest = sought.follows;
CREATE VIEW by_name AS
SELECT n, report FROM here
WHERE report_digest IS NULL AND EXISTS (FROM may_be WHERE may_be.one = here.one AND follows = here.report AND may_be.n <> here.n);
CREATE VIEW lost AS
FROM sought
WHERE follows NOT IN (SELECT report FROM by_name)
    AND NOT EXISTS (FROM were WHERE report_digest = sought.follows)
    AND NOT EXISTS (
        FROM were WHERE were.one = sought.one
            AND NOT EXISTS (FROM here WHERE here.one = were.one AND (here.moment IS NULL AND were.moment IS NULL OR abs(epoch(here.moment) - epoch(were.moment)) < 172800))
    );
CREATE VIEW known AS
SELECT here.* REPLACE (
    coalesce(report_digest, CASE
        WHEN n IN (SELECT n FROM by_name)
            OR (report, fold(name_of(agency))) IN (SELECT (follows, agency_key) FROM lost)
        THEN report
    END) AS report
) FROM here;

CREATE VIEW ages AS  -- a revision is at least as new as what it revises
WITH RECURSIVE chain AS (
    SELECT n, moment, 0 AS depth FROM known
    UNION
    SELECT later.n, chain.moment, depth + 1
    FROM chain JOIN known AS earlier ON earlier.n = chain.n JOIN known AS later ON later.follows = earlier.report
)
SELECT n, (coalesce(max(moment), '-infinity'), max(depth), n) AS age FROM chain GROUP BY n;

CREATE VIEW found AS
WITH revised AS (SELECT DISTINCT follows AS report, true AS is_revised FROM known WHERE follows IS NOT NULL)
SELECT run, n, CASE
    WHEN is_revised THEN 'revised'
    WHEN row_number() OVER (PARTITION BY one, cells ORDER BY is_revised, n DESC) > 1 THEN 'duplicate'
    WHEN row_number() OVER (PARTITION BY one ORDER BY age DESC) > 1 THEN 'newer'
END AS set_aside
FROM known JOIN ages USING (n) LEFT JOIN revised USING (report);

CREATE VIEW looked_at AS
SELECT kept.*, coalesce(cast(reassess_due AS VARCHAR), '') AS due, cut(name_of(system)) AS system_name, cut(name_of(agency)) AS agency_name, stop, place AS rank,
    CASE
        WHEN reassess_due IS NULL THEN 'no_date'
        WHEN reassess_due < cast(getvariable('as_of') AS DATE) THEN 'overdue'
        WHEN reassess_due <= cast(getvariable('as_of') AS DATE) + INTERVAL 90 DAY THEN 'soon'
        ELSE 'later'
    END AS "when",
    coalesce(completed_on > cast(getvariable('as_of') AS DATE), false) AS is_ahead
FROM kept JOIN levels USING (major, level)
WHERE levels.id = questionnaire AND run = getvariable('run') AND questionnaire = getvariable('id') AND major = coalesce(getvariable('major'), major);
CREATE TABLE systems AS FROM looked_at;  -- made anew for every questionnaire and run

-- The parts of the summary of a questionnaire

CREATE MACRO by_verdict(verdicts) AS {
    'ready': len(list_filter(verdicts, lambda v: v = 'ready')),
    'conditional': len(list_filter(verdicts, lambda v: v = 'conditional')),
    'hold': len(list_filter(verdicts, lambda v: v = 'hold')),
    'stop': len(list_filter(verdicts, lambda v: v = 'stop'))
};
CREATE MACRO by_status(statuses) AS {
    'complete': len(list_filter(statuses, lambda s: s = 'complete')),
    'incomplete': len(list_filter(statuses, lambda s: s = 'incomplete')),
    'undetermined': len(list_filter(statuses, lambda s: s = 'undetermined'))
};
CREATE VIEW total AS SELECT count(*) AS n FROM systems;

CREATE VIEW by_levels AS
SELECT level AS id, count(systems.n) AS systems, percent(count(systems.n), (FROM total)) AS percent,
    by_verdict(coalesce(list(verdict) FILTER (systems.n IS NOT NULL), [])) AS verdicts,
    by_status(coalesce(list(status) FILTER (systems.n IS NOT NULL), [])) AS statuses
FROM levels LEFT JOIN systems USING (level)
WHERE levels.id = getvariable('id') AND levels.major = getvariable('words')
GROUP BY level, place ORDER BY place;

CREATE VIEW by_verdicts AS
SELECT id, count(n) AS systems, percent(count(n), (FROM total)) AS percent
FROM unnest(['ready', 'conditional', 'hold', 'stop']) WITH ORDINALITY AS all_verdicts(id, place) LEFT JOIN systems ON verdict = id
GROUP BY id, place ORDER BY place;

CREATE VIEW by_statuses AS
SELECT id, count(n) AS systems, percent(count(n), (FROM total)) AS percent
FROM unnest(['complete', 'incomplete', 'undetermined']) WITH ORDINALITY AS all_statuses(id, place) LEFT JOIN systems ON status = id
GROUP BY id, place ORDER BY place;

CREATE VIEW by_kinds AS
SELECT kinds.kind AS id, count(n) AS systems, percent(count(n), (FROM total)) AS percent, list(level) FILTER (n IS NOT NULL) AS levels
FROM kinds LEFT JOIN systems ON kinds.kind IS NOT DISTINCT FROM systems.kind
WHERE kinds.id = getvariable('id') AND kinds.major = getvariable('words')
GROUP BY kinds.kind, place ORDER BY place;

CREATE VIEW shares AS  -- controls make no prohibited use right
SELECT n, agency_name, replace(name, 'principle_', '') AS principle, round(10 * percent)::BIGINT AS tenths
FROM (UNPIVOT systems ON COLUMNS('^principle_') INTO NAME name VALUE percent) WHERE NOT stop;

CREATE VIEW by_principles AS
SELECT principle AS id, count(tenths) AS systems, coalesce(sum(tenths), 0)::BIGINT / 10 AS sum_percent,
    mean(sum(tenths)::BIGINT, count(tenths)) AS mean_percent, min(tenths) / 10 AS lowest_percent
FROM principles LEFT JOIN shares USING (principle)
WHERE id = getvariable('id') AND major = getvariable('words')
GROUP BY principle, place ORDER BY place;

CREATE VIEW agency_shares AS
SELECT agency, list({'id': id, 'systems': systems, 'sum_percent': tenths / 10, 'mean_percent': mean(tenths, systems), 'lowest_percent': lowest / 10} ORDER BY place) AS principles
FROM (
    SELECT agency, principles.principle AS id, place, count(tenths) AS systems, coalesce(sum(tenths), 0)::BIGINT AS tenths, min(tenths) AS lowest
    FROM (SELECT DISTINCT fold(agency_name) AS agency FROM systems) AS agencies CROSS JOIN principles
        LEFT JOIN shares ON fold(shares.agency_name) = agency AND shares.principle = principles.principle
    WHERE principles.id = getvariable('id') AND principles.major = getvariable('words')
    GROUP BY ALL
)
GROUP BY agency;

CREATE VIEW by_agencies AS
WITH spelled AS (SELECT fold(agency_name) AS agency, agency_name, count(*) AS times FROM systems GROUP BY ALL),
named AS (SELECT agency, first(agency_name ORDER BY times DESC, agency_name) AS name FROM spelled GROUP BY agency),
counted AS (
    SELECT fold(agency_name) AS agency, count(*) AS systems, list(level) AS levels, by_verdict(list(verdict)) AS verdicts,
        count(*) FILTER ("when" = 'overdue') AS overdue
    FROM systems GROUP BY ALL
)
SELECT nullif(name, '') AS name, systems, levels, verdicts, overdue, principles
FROM counted JOIN named USING (agency) JOIN agency_shares USING (agency)
ORDER BY name = '', systems DESC, name;

CREATE VIEW open_findings AS
SELECT coalesce(sum(findings_critical), 0) AS critical, coalesce(sum(findings_major), 0) AS major, coalesce(sum(findings_minor), 0) AS minor
FROM systems;

CREATE VIEW critical AS
SELECT question, finding, count(*) AS systems, percent(count(*), (FROM total)) AS percent
FROM (SELECT unnest(string_split(critical_findings, ' ')) AS name FROM systems) AS opened
    JOIN findings ON opened.name = findings.question || '.' || findings.finding
WHERE id = getvariable('id') AND major = getvariable('words')
GROUP BY question, finding, place ORDER BY systems DESC, place;

CREATE VIEW with_critical AS
SELECT count(critical_findings) AS systems, percent(count(critical_findings), (FROM total)) AS percent FROM systems;

CREATE VIEW reassessment AS
SELECT count(*) FILTER ("when" = 'overdue') AS overdue, count(*) FILTER ("when" = 'soon') AS soon,
    count(*) FILTER ("when" = 'later') AS later, count(*) FILTER ("when" = 'no_date') AS no_date,
    count(*) FILTER (is_ahead) AS ahead
FROM systems;

CREATE VIEW listed AS
SELECT verdict, "when", is_ahead, rank,
    {'system': nullif(system_name, ''), 'agency': nullif(agency_name, ''), 'level': level, 'status': status, 'completed_on': completed_on::VARCHAR,
        'due': nullif(due, ''), 'critical_findings': findings_critical, 'missing': missing} AS said,
    (system_name, agency_name, level, status, coalesce(completed_on::VARCHAR, ''), due, findings_critical, missing) AS place
FROM systems;
CREATE VIEW list_stop AS SELECT unnest(said) FROM listed WHERE verdict = 'stop'
ORDER BY rank DESC, said.critical_findings DESC, place LIMIT 50;
CREATE VIEW list_hold AS SELECT unnest(said) FROM listed WHERE verdict = 'hold'
ORDER BY said.critical_findings DESC, rank DESC, place LIMIT 50;
CREATE VIEW list_overdue AS SELECT unnest(said) FROM listed WHERE "when" = 'overdue'
ORDER BY said.due, rank DESC, place LIMIT 50;
CREATE VIEW list_ahead AS SELECT unnest(said) FROM listed WHERE is_ahead
ORDER BY said.completed_on DESC, rank DESC, place LIMIT 50;

-- AI At Work: a unit's officers, or those who use a system; figures that cannot be are in no sum

CREATE VIEW told AS
WITH judged AS (
    SELECT *, cut(name_of(ministry)) AS ministry_name,
        coalesce(officers, 0) NOT BETWEEN 0 AND 2000000 OR coalesce(hours_saved, 0) NOT BETWEEN 0 AND 60
            OR coalesce(trained, 0) NOT BETWEEN 0 AND coalesce(officers, 2000000)
            OR coalesce(saving_time, 0) NOT BETWEEN 0 AND coalesce(officers, 2000000) AS impossible
    FROM systems
)
SELECT *, fold(ministry_name) AS ministry_key,
    CASE WHEN NOT impossible THEN officers END::DECIMAL(18, 4) AS people,
    CASE WHEN NOT impossible THEN hours_saved END::DECIMAL(18, 4) AS hours,
    CASE WHEN people IS NOT NULL THEN trained END::DECIMAL(18, 4) AS taught,
    CASE WHEN people IS NOT NULL THEN saving_time END::DECIMAL(18, 4) AS savers,
    coalesce(saving_time, officers)::DECIMAL(18, 4) * hours AS week,
    coalesce(officers, trained, saving_time, hours_saved) IS NULL AS silent
FROM judged;

CREATE VIEW officers AS
SELECT count(people) AS systems, median(people)::DOUBLE AS median, coalesce(sum(people), 0)::DOUBLE AS total FROM told;
CREATE VIEW hours AS
SELECT count(hours) AS systems, median(hours)::DOUBLE AS median, coalesce(sum(hours), 0)::DOUBLE AS total FROM told;
CREATE VIEW week AS
SELECT count(week) AS systems, coalesce(sum(week), 0)::DOUBLE AS total, total <= 2000000 * 60 AS plausible FROM told;

CREATE VIEW list_impossible AS
SELECT nullif(system_name, '') AS system, nullif(agency_name, '') AS agency, nullif(ministry_name, '') AS ministry,
    {'officers': officers, 'trained': trained, 'saving_time': saving_time, 'hours_saved': hours_saved} AS figures
FROM told WHERE impossible
ORDER BY agency_name, system_name, ministry_name LIMIT 50;

CREATE MACRO share_of(part, whole) AS CASE WHEN whole > 0 THEN percent((10000 * part)::BIGINT, (10000 * whole)::BIGINT) END;
CREATE VIEW by_ministries AS  -- and all together, whose name is 'all'
WITH spelled AS (SELECT ministry_key, ministry_name, count(*) AS times FROM told GROUP BY ALL),
named AS (SELECT ministry_key, first(ministry_name ORDER BY times DESC, ministry_name) AS spelling FROM spelled GROUP BY ALL)
SELECT CASE WHEN grouping(spelling) = 1 THEN 'all' ELSE nullif(spelling, '') END AS name,
    count(*) AS systems,
    count(*) FILTER (silent) AS silent,
    count(*) FILTER (impossible) AS implausible,
    {'systems': count(people), 'total': coalesce(sum(people), 0)::DOUBLE} AS officers,
    {'systems': count(taught), 'total': coalesce(sum(taught), 0)::DOUBLE,
        'officers': coalesce(sum(people) FILTER (taught IS NOT NULL), 0)::DOUBLE,
        'percent': share_of(sum(taught), sum(people) FILTER (taught IS NOT NULL))} AS trained,
    {'systems': count(savers), 'total': coalesce(sum(savers), 0)::DOUBLE,
        'officers': coalesce(sum(people) FILTER (savers IS NOT NULL), 0)::DOUBLE,
        'percent': share_of(sum(savers), sum(people) FILTER (savers IS NOT NULL))} AS saving_time,
    {'systems': count(week), 'total': coalesce(sum(week), 0)::DOUBLE} AS hours_a_week
FROM told JOIN named USING (ministry_key)
GROUP BY GROUPING SETS ((), (spelling))
ORDER BY name IS NOT DISTINCT FROM 'all', name IS NULL, systems DESC, name;

-- Two rounds

CREATE VIEW pairs AS  -- a system is found again by its name, or by the report that it revises
WITH earlier AS (FROM kept WHERE run = getvariable('before') AND questionnaire = getvariable('id')),
revised AS (SELECT report_digest AS follows, last(one ORDER BY n) AS became FROM earlier WHERE report_digest IS NOT NULL GROUP BY ALL),
later AS (
    SELECT kept.* REPLACE (coalesce(became, one) AS one) FROM kept LEFT JOIN revised USING (follows)
    WHERE run = getvariable('run') AND questionnaire = getvariable('id')
    QUALIFY row_number() OVER (PARTITION BY coalesce(became, one) ORDER BY moment DESC NULLS LAST, n DESC) = 1
),
met AS (
    SELECT cut(name_of(coalesce(later.system, earlier.system))) AS system, earlier.n IS NOT NULL AS was, later.n IS NOT NULL AS now_is,
        cut(name_of(CASE WHEN now_is THEN later.agency ELSE earlier.agency END)) AS agency,
        earlier.level AS level_then, later.level AS level_now, earlier.verdict AS verdict_then, later.verdict AS verdict_now,
        earlier.edition AS edition_then, later.edition AS edition_now, earlier.major AS major_then, later.major AS major_now,
        string_split(earlier.findings, ' ') AS findings_then, string_split(later.findings, ' ') AS findings_now
    FROM earlier FULL JOIN later ON earlier.one = later.one
)
SELECT met.*, was AND now_is AS compared, rank_then.place AS rank_then, rank_now.place AS rank_now,
    NOT compared AND system = '' AS unnamed,
    CASE WHEN compared AND level_then <> level_now THEN
        CASE WHEN rank_then.place IS NULL THEN 'level_other' WHEN rank_then.place < rank_now.place THEN 'level_up' ELSE 'level_down' END
    END AS level_changed,
    CASE WHEN unnamed OR compared THEN NULL WHEN was THEN 'gone' ELSE 'new' END AS came
FROM met
    LEFT JOIN levels AS rank_now ON rank_now.id = getvariable('id') AND rank_now.major = coalesce(major_now, major_then) AND rank_now.level = coalesce(level_now, level_then)
    LEFT JOIN levels AS rank_then ON rank_then.id = getvariable('id') AND rank_then.major = major_now AND rank_then.level = level_then;

CREATE VIEW comparison AS
SELECT count(*) FILTER (compared) AS compared, count(*) FILTER (unnamed AND was) AS unnamed_then, count(*) FILTER (unnamed AND now_is) AS unnamed_now,
    {'new': count(*) FILTER (came = 'new'), 'gone': count(*) FILTER (came = 'gone'),
        'level_up': count(*) FILTER (level_changed = 'level_up'), 'level_down': count(*) FILTER (level_changed = 'level_down'),
        'level_other': count(*) FILTER (level_changed = 'level_other'),
        'verdict': count(*) FILTER (compared AND verdict_then <> verdict_now)} AS changes
FROM pairs;

CREATE VIEW edition_pairs AS
SELECT edition_then AS "then", edition_now AS "now", count(*) AS systems FROM pairs WHERE compared GROUP BY ALL ORDER BY ALL;

CREATE VIEW changed AS
WITH every AS (
    SELECT *, unnest([came, level_changed]) AS change, -rank_now AS worst FROM pairs
    UNION ALL
    SELECT *, 'verdict', -list_position(['ready', 'conditional', 'hold', 'stop'], verdict_now) FROM pairs
    WHERE compared AND verdict_then <> verdict_now
)
SELECT *, (worst, agency, system, coalesce(level_then, ''), coalesce(level_now, ''), coalesce(verdict_then, ''), coalesce(verdict_now, '')) AS place
FROM every WHERE change IS NOT NULL;
CREATE VIEW list_changed AS
SELECT change, nullif(agency, '') AS agency, nullif(system, '') AS system, level_then, level_now, verdict_then, verdict_now FROM changed
QUALIFY row_number() OVER (PARTITION BY change ORDER BY place) <= 50
ORDER BY change, place;

CREATE VIEW moved AS
SELECT way, question, finding, severity
FROM (
    SELECT 'opened' AS way, major_now AS major, unnest(list_filter(findings_now, lambda f: NOT list_contains(coalesce(findings_then, []), f))) AS name FROM pairs WHERE compared
    UNION ALL
    SELECT 'closed', major_then, unnest(list_filter(findings_then, lambda f: NOT list_contains(coalesce(findings_now, []), f))) FROM pairs WHERE compared
) AS moves
    JOIN findings ON findings.id = getvariable('id') AND findings.major = moves.major AND name = question || '.' || finding;
CREATE VIEW moved_severities AS
SELECT way, count(*) FILTER (severity = 'critical') AS critical, count(*) FILTER (severity = 'major') AS major, count(*) FILTER (severity = 'minor') AS minor
FROM moved GROUP BY way;
CREATE VIEW moved_findings AS  -- in the order of the first edition that has them
SELECT way, question, finding, count(*) AS systems, percent(count(*), (SELECT count(*) FROM pairs WHERE compared)) AS percent
FROM moved JOIN (
    SELECT question, finding, min((major::INT, place)) AS first FROM findings WHERE id = getvariable('id') GROUP BY ALL
) USING (question, finding)
GROUP BY way, question, finding, first ORDER BY way, systems DESC, first;

-- The whole

CREATE VIEW day AS SELECT getvariable('as_of') AS as_of;
CREATE VIEW refused AS
SELECT error_code AS code, count(*) AS submissions FROM rows WHERE status = 'refused' AND run = getvariable('run')
GROUP BY code ORDER BY submissions DESC, code;

CREATE VIEW aside AS
SELECT set_aside, nullif(cut(name_of(agency)), '') AS agency, nullif(cut(name_of(system)), '') AS system, questionnaire, version, level
FROM scored JOIN standing USING (run, n) WHERE run = getvariable('run') AND set_aside IS NOT NULL;
CREATE VIEW set_aside_counts AS
SELECT count(*) FILTER (set_aside = 'revised') AS revised, count(*) FILTER (set_aside = 'newer') AS newer, count(*) FILTER (set_aside = 'duplicate') AS duplicates
FROM aside;
CREATE VIEW list_aside AS
SELECT * FROM aside
QUALIFY row_number() OVER (PARTITION BY set_aside = 'duplicate' ORDER BY coalesce(agency, ''), coalesce(system, ''), questionnaire, version, level) <= 50
ORDER BY coalesce(agency, ''), coalesce(system, ''), questionnaire, split_part(version, '.', 1), version, level;
