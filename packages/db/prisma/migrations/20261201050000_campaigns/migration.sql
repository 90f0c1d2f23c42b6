-- CreateTable
CREATE TABLE "campaigns" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "rule_version" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "end_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_rules" (
    "campaign_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "limits" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_rules_pkey" PRIMARY KEY ("campaign_id","version")
);

-- CreateTable
CREATE TABLE "campaign_list_members" (
    "campaign_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "campaign_list_members_pkey" PRIMARY KEY ("campaign_id","version","user_id")
);

-- CreateTable
CREATE TABLE "campaign_budgets" (
    "campaign_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "spent" INTEGER NOT NULL DEFAULT 0,
    "alarmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_budgets_pkey" PRIMARY KEY ("campaign_id")
);

-- CreateTable
CREATE TABLE "campaign_participations" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "check_in_day" DATE,
    "streak" INTEGER,
    "status" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "order_id" UUID,
    "request_key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_participations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_rewards" (
    "participation_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "run_start" DATE,
    "days" INTEGER,

    CONSTRAINT "campaign_rewards_pkey" PRIMARY KEY ("participation_id","part")
);

-- CreateIndex
CREATE INDEX "campaigns_created_at_id_idx" ON "campaigns"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "campaigns_status_ends_at_idx" ON "campaigns"("status", "ends_at");

-- CreateIndex
CREATE INDEX "campaign_list_members_user_id_idx" ON "campaign_list_members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_participations_order_id_key" ON "campaign_participations"("order_id");

-- CreateIndex
CREATE INDEX "campaign_participations_campaign_id_created_at_id_idx" ON "campaign_participations"("campaign_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "campaign_participations_user_id_idx" ON "campaign_participations"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_participations_campaign_id_user_id_ordinal_key" ON "campaign_participations"("campaign_id", "user_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_participations_campaign_id_user_id_check_in_day_key" ON "campaign_participations"("campaign_id", "user_id", "check_in_day");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_participations_campaign_id_user_id_request_key_key" ON "campaign_participations"("campaign_id", "user_id", "request_key");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_rewards_campaign_id_user_id_run_start_days_key" ON "campaign_rewards"("campaign_id", "user_id", "run_start", "days");

-- AddForeignKey
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_rules" ADD CONSTRAINT "campaign_rules_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_rules" ADD CONSTRAINT "campaign_rules_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_list_members" ADD CONSTRAINT "campaign_list_members_campaign_id_version_fkey" FOREIGN KEY ("campaign_id", "version") REFERENCES "campaign_rules"("campaign_id", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_list_members" ADD CONSTRAINT "campaign_list_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_budgets" ADD CONSTRAINT "campaign_budgets_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_participations" ADD CONSTRAINT "campaign_participations_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_participations" ADD CONSTRAINT "campaign_participations_campaign_id_rule_version_fkey" FOREIGN KEY ("campaign_id", "rule_version") REFERENCES "campaign_rules"("campaign_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_participations" ADD CONSTRAINT "campaign_participations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_participations" ADD CONSTRAINT "campaign_participations_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_rewards" ADD CONSTRAINT "campaign_rewards_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "campaign_participations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "campaigns"
    ADD CONSTRAINT "campaigns_kind_check" CHECK ("kind" IN ('claim_gift', 'signup_gift', 'check_in', 'recharge_offer', 'coupon', 'referral')),
    ADD CONSTRAINT "campaigns_status_check" CHECK ("status" IN ('draft', 'running', 'paused', 'ended')),
    ADD CONSTRAINT "campaigns_end_reason_check" CHECK ("end_reason" IN ('time', 'hand', 'budget')),
    ADD CONSTRAINT "campaigns_ended_check" CHECK (("status" = 'ended') = ("end_reason" IS NOT NULL) AND ("status" = 'ended') = ("ended_at" IS NOT NULL)),
    ADD CONSTRAINT "campaigns_time_check" CHECK ("starts_at" < "ends_at");
CREATE INDEX "campaigns_open_idx" ON "campaigns" ("ends_at") WHERE "status" IN ('running', 'paused');

-- Never given away more than was meant, whatever wrote it.
ALTER TABLE "campaign_budgets"
    ADD CONSTRAINT "campaign_budgets_unit_check" CHECK ("unit" IN ('credits', 'fen', 'pieces')),
    ADD CONSTRAINT "campaign_budgets_within_check" CHECK ("total" > 0 AND "reserved" >= 0 AND "spent" >= 0 AND "reserved"::bigint + "spent" <= "total");

ALTER TABLE "campaign_participations"
    ADD CONSTRAINT "campaign_participations_status_check" CHECK ("status" IN ('rewarded', 'reserved', 'released')),
    ADD CONSTRAINT "campaign_participations_cost_check" CHECK ("cost" > 0),
    ADD CONSTRAINT "campaign_participations_ordinal_check" CHECK ("ordinal" > 0),
    ADD CONSTRAINT "campaign_participations_check_in_check" CHECK (("check_in_day" IS NULL) = ("streak" IS NULL) AND ("check_in_day" IS NULL OR "check_in_day" = "day")),
    ADD CONSTRAINT "campaign_participations_reserved_check" CHECK ("status" = 'rewarded' OR "order_id" IS NOT NULL);

ALTER TABLE "campaign_rewards"
    ADD CONSTRAINT "campaign_rewards_part_check" CHECK ("part" IN ('gift', 'milestone', 'offer')),
    ADD CONSTRAINT "campaign_rewards_amount_check" CHECK ("amount" > 0),
    ADD CONSTRAINT "campaign_rewards_milestone_check" CHECK (("part" = 'milestone') = ("days" IS NOT NULL) AND ("days" IS NULL) = ("run_start" IS NULL));

ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked', 'campaign_rewarded', 'campaign_budget_low'));

ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked', 'campaign_rewarded', 'campaign_budget_low'));

ALTER TABLE "saved_filters"
    DROP CONSTRAINT "saved_filters_table_name_check",
    ADD CONSTRAINT "saved_filters_table_name_check" CHECK ("table_name" IN ('users', 'orders', 'notices', 'refunds', 'money-refunds', 'usage', 'audit', 'workflows', 'reconciliation', 'support', 'prompts', 'models', 'plans', 'campaigns'));
