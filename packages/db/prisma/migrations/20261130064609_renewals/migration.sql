-- CreateTable
CREATE TABLE "renewals" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "plan_id" UUID NOT NULL,
    "months" INTEGER NOT NULL,
    "price_fen" INTEGER NOT NULL,
    "text_version" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "end_reason" TEXT,
    "external_no" TEXT NOT NULL,
    "agreement_no" TEXT,
    "is_sandbox" BOOLEAN NOT NULL,
    "next_day" DATE NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "channel_ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "renewals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "renewal_charges" (
    "id" UUID NOT NULL,
    "renewal_id" UUID NOT NULL,
    "period_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "first_try_at" TIMESTAMPTZ(3) NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "order_id" UUID,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "refusal" TEXT,
    "tried_at" TIMESTAMPTZ(3),

    CONSTRAINT "renewal_charges_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "renewals_external_no_key" ON "renewals"("external_no");

-- CreateIndex
CREATE INDEX "renewals_user_id_created_at_idx" ON "renewals"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "renewals_status_idx" ON "renewals"("status");

-- CreateIndex
CREATE UNIQUE INDEX "renewal_charges_order_id_key" ON "renewal_charges"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "renewal_charges_renewal_id_period_ends_at_key" ON "renewal_charges"("renewal_id", "period_ends_at");

-- AddForeignKey
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renewal_charges" ADD CONSTRAINT "renewal_charges_renewal_id_fkey" FOREIGN KEY ("renewal_id") REFERENCES "renewals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renewal_charges" ADD CONSTRAINT "renewal_charges_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "renewals"
    ADD CONSTRAINT "renewals_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "renewals_status_check" CHECK ("status" IN ('signing', 'active', 'cancelled', 'ended')),
    ADD CONSTRAINT "renewals_end_reason_check" CHECK ("end_reason" IN ('ended_at_channel', 'price_raised', 'plan_off_sale', 'refunded', 'suspended', 'channel_off', 'not_paid', 'missed', 'not_signed')),
    ADD CONSTRAINT "renewals_amounts_check" CHECK ("price_fen" > 0 AND "months" > 0),
    ADD CONSTRAINT "renewals_signed_check" CHECK ("status" <> 'active' OR ("signed_at" IS NOT NULL AND "agreement_no" IS NOT NULL)),
    ADD CONSTRAINT "renewals_ended_check" CHECK (("status" IN ('cancelled', 'ended')) = ("ended_at" IS NOT NULL) AND ("status" = 'ended') = ("end_reason" IS NOT NULL));
-- One agreement at a time takes a person's money.
CREATE UNIQUE INDEX "renewals_one_active_key" ON "renewals" ("user_id") WHERE "status" = 'active';
CREATE INDEX "renewals_unended_idx" ON "renewals" ("ended_at") WHERE "ended_at" IS NOT NULL AND "channel_ended_at" IS NULL;

ALTER TABLE "renewal_charges"
    ADD CONSTRAINT "renewal_charges_outcome_check" CHECK ("outcome" IN ('submitted', 'refused', 'not_sent')),
    ADD CONSTRAINT "renewal_charges_refusal_check" CHECK ("refusal" IN ('payer_short', 'agreement_ended', 'outside_window', 'over_limit', 'other', 'not_found')),
    ADD CONSTRAINT "renewal_charges_tries_check" CHECK ("tries" BETWEEN 0 AND 3),
    ADD CONSTRAINT "renewal_charges_tried_check" CHECK ("outcome" IS NULL OR ("order_id" IS NOT NULL AND "tried_at" IS NOT NULL));

ALTER TABLE "payment_starts"
    DROP CONSTRAINT "payment_starts_way_check",
    ADD CONSTRAINT "payment_starts_way_check" CHECK ("way" IN ('qr', 'page', 'wap', 'agreement')),
    DROP CONSTRAINT "payment_starts_somewhere_check",
    -- By agreement nobody has to scan or open anything.
    ADD CONSTRAINT "payment_starts_somewhere_check" CHECK (num_nonnulls("qr_text", "redirect_url") = CASE WHEN "way" = 'agreement' THEN 0 ELSE 1 END);

ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed'));
ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed'));
