-- DropIndex
DROP INDEX "referral_relations_referrer_id_created_at_idx";

-- CreateTable
CREATE TABLE "referral_rules" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "welcome_credits" INTEGER NOT NULL,
    "rates_bp" INTEGER[],
    "form" TEXT NOT NULL,
    "window_kind" TEXT NOT NULL,
    "window_count" INTEGER,
    "hold_days" INTEGER NOT NULL,
    "expire_days" INTEGER NOT NULL,
    "is_reviewed" BOOLEAN NOT NULL,
    "signups_per_day" INTEGER NOT NULL,
    "refund_share_bp" INTEGER NOT NULL,
    "law_text" TEXT,
    "note" TEXT NOT NULL,
    "in_force_from" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,

    CONSTRAINT "referral_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rebates" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "beneficiary_id" UUID NOT NULL,
    "referee_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "base_fen" INTEGER NOT NULL,
    "rate_bp" INTEGER,
    "born_amount" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "end_reason" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "batch_id" UUID,

    CONSTRAINT "rebates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rebate_flags" (
    "id" UUID NOT NULL,
    "rebate_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rebate_flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rebate_decisions" (
    "id" UUID NOT NULL,
    "rebate_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rebate_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rebate_batches" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "in_review" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "expired" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rebate_batches_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "referral_rules_version_key" ON "referral_rules"("version");

-- CreateIndex
CREATE INDEX "referral_rules_status_in_force_from_idx" ON "referral_rules"("status", "in_force_from" DESC);

-- CreateIndex
CREATE INDEX "rebates_beneficiary_id_created_at_id_idx" ON "rebates"("beneficiary_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "rebates_referee_id_idx" ON "rebates"("referee_id");

-- CreateIndex
CREATE INDEX "rebates_batch_id_idx" ON "rebates"("batch_id");

-- CreateIndex
CREATE INDEX "rebates_status_created_at_id_idx" ON "rebates"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "rebates_created_at_id_idx" ON "rebates"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "rebates_order_id_level_key" ON "rebates"("order_id", "level");

-- CreateIndex
CREATE UNIQUE INDEX "rebate_flags_rebate_id_rule_key" ON "rebate_flags"("rebate_id", "rule");

-- CreateIndex
CREATE INDEX "rebate_decisions_rebate_id_created_at_idx" ON "rebate_decisions"("rebate_id", "created_at");

-- CreateIndex
CREATE INDEX "rebate_batches_started_at_id_idx" ON "rebate_batches"("started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "referral_relations_referrer_id_created_at_referee_id_idx" ON "referral_relations"("referrer_id", "created_at" DESC, "referee_id" DESC);

-- AddForeignKey
ALTER TABLE "referral_rules" ADD CONSTRAINT "referral_rules_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_rules" ADD CONSTRAINT "referral_rules_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebates" ADD CONSTRAINT "rebates_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebates" ADD CONSTRAINT "rebates_beneficiary_id_fkey" FOREIGN KEY ("beneficiary_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebates" ADD CONSTRAINT "rebates_referee_id_fkey" FOREIGN KEY ("referee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebates" ADD CONSTRAINT "rebates_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "referral_rules"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebates" ADD CONSTRAINT "rebates_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "rebate_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebate_flags" ADD CONSTRAINT "rebate_flags_rebate_id_fkey" FOREIGN KEY ("rebate_id") REFERENCES "rebates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebate_decisions" ADD CONSTRAINT "rebate_decisions_rebate_id_fkey" FOREIGN KEY ("rebate_id") REFERENCES "rebates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebate_decisions" ADD CONSTRAINT "rebate_decisions_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebate_batches" ADD CONSTRAINT "rebate_batches_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two levels at most, wherever a rule comes from; the second one only with words on the law.
ALTER TABLE "referral_rules"
    ADD CONSTRAINT "referral_rules_status_check" CHECK ("status" IN ('proposed', 'approved', 'rejected')),
    ADD CONSTRAINT "referral_rules_form_check" CHECK ("form" IN ('credits', 'cash', 'coupon')),
    ADD CONSTRAINT "referral_rules_window_kind_check" CHECK ("window_kind" IN ('first_order', 'orders', 'days')),
    ADD CONSTRAINT "referral_rules_window_count_check" CHECK (CASE WHEN "window_kind" = 'first_order' THEN "window_count" IS NULL ELSE "window_count" BETWEEN 1 AND 3650 AND "window_count" IS NOT NULL END),
    ADD CONSTRAINT "referral_rules_levels_check" CHECK ("rates_bp" IS NOT NULL AND cardinality("rates_bp") BETWEEN 1 AND 2 AND array_position("rates_bp", NULL) IS NULL),
    ADD CONSTRAINT "referral_rules_rates_check" CHECK (0 <= ALL ("rates_bp") AND "rates_bp"[1] + coalesce("rates_bp"[2], 0) <= 5000),
    ADD CONSTRAINT "referral_rules_law_check" CHECK (cardinality("rates_bp") = 1 OR length("law_text") >= 20),
    ADD CONSTRAINT "referral_rules_days_check" CHECK ("hold_days" BETWEEN 7 AND 365 AND "expire_days" BETWEEN 1 AND 3650),
    ADD CONSTRAINT "referral_rules_limits_check" CHECK ("welcome_credits" BETWEEN 0 AND 100000 AND "signups_per_day" >= 1 AND "refund_share_bp" BETWEEN 0 AND 10000),
    -- The first version came with the program; every other is in force by two people.
    ADD CONSTRAINT "referral_rules_two_people_check" CHECK ("version" = 1 OR ("proposed_by_id" IS NOT NULL AND ("status" <> 'approved' OR ("decided_by_id" IS NOT NULL AND "decided_by_id" <> "proposed_by_id")))),
    ADD CONSTRAINT "referral_rules_decided_check" CHECK (("status" = 'proposed') = ("decided_at" IS NULL));

INSERT INTO "referral_rules" ("id", "version", "status", "welcome_credits", "rates_bp", "form", "window_kind", "hold_days", "expire_days", "is_reviewed", "signups_per_day", "refund_share_bp", "note", "in_force_from", "proposed_at", "decided_at")
VALUES ('01940000-0000-7000-8000-000000000001', 1, 'approved', 20, '{1000}', 'credits', 'first_order', 15, 90, false, 20, 5000, '初始规则：一级返利，首单 10 %，以积分发放', '2026-01-01Z', '2026-01-01Z', '2026-01-01Z');

ALTER TABLE "rebates"
    ADD CONSTRAINT "rebates_level_check" CHECK ("level" BETWEEN 0 AND 2),
    ADD CONSTRAINT "rebates_form_check" CHECK ("form" IN ('credits', 'cash')),
    ADD CONSTRAINT "rebates_status_check" CHECK ("status" IN ('held', 'due', 'in_review', 'paid', 'cancelled', 'expired')),
    ADD CONSTRAINT "rebates_end_reason_check" CHECK ("end_reason" IN ('refunded', 'rejected', 'suspended')),
    ADD CONSTRAINT "rebates_ended_check" CHECK (("status" IN ('paid', 'cancelled', 'expired')) = ("ended_at" IS NOT NULL) AND ("status" IN ('cancelled', 'expired')) = ("end_reason" IS NOT NULL)),
    ADD CONSTRAINT "rebates_beneficiary_check" CHECK (("level" = 0) = ("beneficiary_id" = "referee_id")),
    ADD CONSTRAINT "rebates_rate_check" CHECK (("level" = 0) = ("rate_bp" IS NULL)),
    ADD CONSTRAINT "rebates_amount_check" CHECK ("base_fen" > 0 AND "born_amount" > 0 AND "amount" BETWEEN 0 AND "born_amount");
ALTER TABLE "rebate_flags"
    ADD CONSTRAINT "rebate_flags_rule_check" CHECK ("rule" IN ('same_person', 'same_payer_as_referrer', 'same_payer_as_referee', 'many_signups', 'refund_share', 'disposable_mail', 'same_address')),
    ADD CONSTRAINT "rebate_flags_severity_check" CHECK ("severity" IN ('high', 'low')),
    ADD CONSTRAINT "rebate_flags_moment_check" CHECK ("moment" IN ('fulfilment', 'payout'));
ALTER TABLE "rebate_decisions"
    ADD CONSTRAINT "rebate_decisions_decision_check" CHECK ("decision" IN ('released', 'rejected'));

-- What the payout looks for, and who has paid with what.
CREATE INDEX "rebates_due_idx" ON "rebates" ("due_at") WHERE "status" IN ('held', 'due');
CREATE INDEX "payments_payer_idx" ON "payments" ("payer_hash") WHERE "status" = 'accepted' AND "payer_hash" IS NOT NULL;

-- Whose mailbox an address is, whatever stands after a plus sign.
CREATE INDEX "users_mailbox_idx" ON "users" (regexp_replace("email_key", '\+.*@', '@'));

ALTER TABLE "referral_relations" ADD CONSTRAINT "referral_relations_own_check" CHECK ("referrer_id" <> "referee_id");
-- A referee is new: nobody was referred by them. What is never changed cannot become a ring then.
CREATE FUNCTION check_referral_relation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'referral_relations: what is bound stays bound' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM "referral_relations" WHERE "referrer_id" = NEW."referee_id") THEN
        RAISE EXCEPTION 'referral_relations: % has referred somebody and can have no referrer any more', NEW."referee_id" USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "referral_relations_check" BEFORE INSERT OR UPDATE OR DELETE ON "referral_relations"
    FOR EACH ROW EXECUTE FUNCTION check_referral_relation();

ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'rebate_born', 'rebate_paid', 'rebate_lost', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked'));
ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'rebate_born', 'rebate_paid', 'rebate_lost', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked'));
