-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "members_models" BOOLEAN;

-- AlterTable
ALTER TABLE "membership_periods" ADD COLUMN     "benefits" JSONB NOT NULL DEFAULT '{"concurrency":5,"dailyLimit":500,"membersModels":true,"firstInQueue":true,"firstInSupport":true,"earlyFeatures":true}';

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "plan_benefits" JSONB;

-- AlterTable
ALTER TABLE "plans" ADD COLUMN     "benefits" JSONB NOT NULL DEFAULT '{"concurrency":5,"dailyLimit":500,"membersModels":true,"firstInQueue":true,"firstInSupport":true,"earlyFeatures":true}';

-- AlterTable
ALTER TABLE "renewals" ADD COLUMN     "benefits" JSONB;

-- What holds until now were two settings. A deployment that had others than the defaults names them to its database before this runs:
-- ALTER DATABASE … SET mozhou.member_daily_limit = '300', and mozhou.member_concurrency_limit.
UPDATE "plans" SET "benefits" = "benefits" || jsonb_build_object(
    'dailyLimit', coalesce(nullif(current_setting('mozhou.member_daily_limit', true), '')::int, 500),
    'concurrency', coalesce(nullif(current_setting('mozhou.member_concurrency_limit', true), '')::int, 5));

-- Whoever has bought keeps what holds now: every plan says the same at this moment.
UPDATE "membership_periods" SET "benefits" = (SELECT "benefits" FROM "plans" ORDER BY "position", "id" LIMIT 1)
WHERE EXISTS (SELECT 1 FROM "plans");
UPDATE "orders" o SET "plan_benefits" = p."benefits" FROM "plans" p WHERE p."id" = o."plan_id";
UPDATE "renewals" r SET "benefits" = p."benefits" FROM "plans" p WHERE p."id" = r."plan_id";
ALTER TABLE "renewals" ALTER COLUMN "benefits" SET NOT NULL;

CREATE FUNCTION are_benefits(benefits JSONB) RETURNS BOOLEAN LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS $$
    SELECT jsonb_typeof(benefits -> 'concurrency') = 'number' AND (benefits ->> 'concurrency')::numeric BETWEEN 1 AND 1000
        AND jsonb_typeof(benefits -> 'dailyLimit') = 'number' AND (benefits ->> 'dailyLimit')::numeric BETWEEN 1 AND 1000000
        AND jsonb_typeof(benefits -> 'membersModels') = 'boolean' AND jsonb_typeof(benefits -> 'firstInQueue') = 'boolean'
        AND jsonb_typeof(benefits -> 'firstInSupport') = 'boolean' AND jsonb_typeof(benefits -> 'earlyFeatures') = 'boolean'
$$;

-- A key that is not there is NULL, which a check would let pass.
ALTER TABLE "plans" ADD CONSTRAINT "plans_benefits_check" CHECK (are_benefits("benefits") IS TRUE);
ALTER TABLE "membership_periods" ADD CONSTRAINT "membership_periods_benefits_check" CHECK (are_benefits("benefits") IS TRUE);
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_benefits_check" CHECK (are_benefits("benefits") IS TRUE);
ALTER TABLE "orders" ADD CONSTRAINT "orders_plan_benefits_check" CHECK (
    ("kind" = 'membership') = ("plan_benefits" IS NOT NULL) AND ("plan_benefits" IS NULL OR are_benefits("plan_benefits") IS TRUE));
