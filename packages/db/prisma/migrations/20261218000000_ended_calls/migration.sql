-- Calls of runs that ended before the end of a run closed them: whether the vendor made anything of them nobody knows any more, but for
-- those of which something was delivered.
UPDATE "image_calls" SET "ended_at" = coalesce(run."finished_at", run."created_at"), "outcomes" = NULL, "state" = CASE
    WHEN EXISTS (SELECT 1 FROM "image_pictures" p
      WHERE p."generation_id" = "image_calls"."generation_id" AND p."place" = ANY("image_calls"."places") AND p."state" = 'made') THEN 'done'
    WHEN "image_calls"."state" = 'answered' THEN 'failed' ELSE 'unknown' END
FROM "generations" run
WHERE run."id" = "image_calls"."generation_id" AND "image_calls"."ended_at" IS NULL
  AND run."status" IN ('succeeded', 'failed', 'cancelled', 'refused');
