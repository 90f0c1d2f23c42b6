-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "coupon_discount_fen" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "offer_discount_fen" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "user_coupon_id" UUID;

-- CreateTable
CREATE TABLE "coupons" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "amount_fen" INTEGER,
    "rate_bp" INTEGER,
    "cap_fen" INTEGER,
    "threshold_fen" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "valid_days" INTEGER,
    "total_limit" INTEGER NOT NULL,
    "per_person_limit" INTEGER NOT NULL,
    "audience" JSONB NOT NULL,
    "is_claimable" BOOLEAN NOT NULL,
    "issued" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_coupons" (
    "id" UUID NOT NULL,
    "coupon_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'unused',
    "source" TEXT NOT NULL,
    "issue_id" UUID,
    "request_key" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "order_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_coupons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_issues" (
    "id" UUID NOT NULL,
    "coupon_id" UUID NOT NULL,
    "request_key" UUID NOT NULL,
    "audience" JSONB,
    "note" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "end_reason" TEXT,
    "cursor" UUID,
    "total" INTEGER NOT NULL,
    "issued" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "coupon_issues_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "coupons_created_at_id_idx" ON "coupons"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "user_coupons_order_id_key" ON "user_coupons"("order_id");

-- CreateIndex
CREATE INDEX "user_coupons_user_id_created_at_id_idx" ON "user_coupons"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "user_coupons_coupon_id_created_at_id_idx" ON "user_coupons"("coupon_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "user_coupons_coupon_id_user_id_ordinal_key" ON "user_coupons"("coupon_id", "user_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "user_coupons_user_id_request_key_key" ON "user_coupons"("user_id", "request_key");

-- CreateIndex
CREATE INDEX "coupon_issues_coupon_id_created_at_id_idx" ON "coupon_issues"("coupon_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "coupon_issues_actor_id_request_key_key" ON "coupon_issues"("actor_id", "request_key");

-- AddForeignKey
ALTER TABLE "user_coupons" ADD CONSTRAINT "user_coupons_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_coupons" ADD CONSTRAINT "user_coupons_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_coupons" ADD CONSTRAINT "user_coupons_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_coupons" ADD CONSTRAINT "user_coupons_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "coupon_issues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_issues" ADD CONSTRAINT "coupon_issues_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_issues" ADD CONSTRAINT "coupon_issues_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_coupon_id_fkey" FOREIGN KEY ("user_coupon_id") REFERENCES "user_coupons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an order costs is what the list says without its discounts, and a coupon's discount is a coupon's.
ALTER TABLE "orders"
    ADD CONSTRAINT "orders_discounts_check" CHECK (
        "offer_discount_fen" >= 0 AND "coupon_discount_fen" >= 0
        AND "payable_fen" = "price_fen" - "offer_discount_fen" - "coupon_discount_fen"
        AND ("coupon_discount_fen" = 0 OR "user_coupon_id" IS NOT NULL));

-- A coupon is worth an amount or a rate, for a time of one of two kinds, and is never given beyond its limits.
ALTER TABLE "coupons"
    ADD CONSTRAINT "coupons_kind_check" CHECK ("kind" IN ('recharge', 'membership', 'universal')),
    ADD CONSTRAINT "coupons_status_check" CHECK ("status" IN ('draft', 'active', 'paused', 'ended')),
    ADD CONSTRAINT "coupons_discount_check" CHECK (
        ("amount_fen" > 0 AND "rate_bp" IS NULL AND "cap_fen" IS NULL)
        OR ("amount_fen" IS NULL AND "rate_bp" BETWEEN 1 AND 10000 AND ("cap_fen" IS NULL OR "cap_fen" > 0))),
    ADD CONSTRAINT "coupons_validity_check" CHECK (
        ("valid_days" IS NULL AND "valid_from" IS NOT NULL AND "valid_until" IS NOT NULL AND "valid_from" < "valid_until")
        OR ("valid_days" BETWEEN 1 AND 3650 AND "valid_from" IS NULL AND "valid_until" IS NULL)),
    ADD CONSTRAINT "coupons_limits_check" CHECK (
        "threshold_fen" >= 0 AND "total_limit" > 0 AND "per_person_limit" > 0 AND "issued" BETWEEN 0 AND "total_limit");

ALTER TABLE "user_coupons"
    ADD CONSTRAINT "user_coupons_status_check" CHECK ("status" IN ('unused', 'held', 'used', 'expired', 'voided')),
    ADD CONSTRAINT "user_coupons_source_check" CHECK ("source" IN ('claimed', 'hand', 'bulk', 'campaign', 'rebate')),
    ADD CONSTRAINT "user_coupons_order_check" CHECK (("status" IN ('held', 'used')) = ("order_id" IS NOT NULL)),
    ADD CONSTRAINT "user_coupons_used_check" CHECK (("status" = 'used') = ("used_at" IS NOT NULL)),
    ADD CONSTRAINT "user_coupons_ended_check" CHECK (("status" IN ('expired', 'voided')) = ("ended_at" IS NOT NULL)),
    ADD CONSTRAINT "user_coupons_voided_check" CHECK ("status" <> 'voided' OR "voided_at" IS NOT NULL),
    ADD CONSTRAINT "user_coupons_bounds_check" CHECK ("ordinal" > 0 AND "valid_from" < "valid_until");
CREATE UNIQUE INDEX "user_coupons_issued_once_idx" ON "user_coupons" ("issue_id", "user_id") WHERE "issue_id" IS NOT NULL;
CREATE INDEX "user_coupons_unused_idx" ON "user_coupons" ("valid_until", "id") WHERE "status" = 'unused';

ALTER TABLE "coupon_issues"
    ADD CONSTRAINT "coupon_issues_status_check" CHECK ("status" IN ('running', 'stopping', 'done', 'stopped')),
    ADD CONSTRAINT "coupon_issues_end_reason_check" CHECK ("end_reason" IN ('by_hand', 'sold_out', 'coupon_off')),
    ADD CONSTRAINT "coupon_issues_counts_check" CHECK ("total" >= 0 AND "issued" >= 0 AND "skipped" >= 0),
    ADD CONSTRAINT "coupon_issues_ended_check" CHECK (("status" IN ('done', 'stopped')) = ("ended_at" IS NOT NULL));
CREATE INDEX "coupon_issues_open_idx" ON "coupon_issues" ("created_at") WHERE "ended_at" IS NULL;

-- What people are told of, and lists whose filters are kept.
ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'coupon_received', 'coupon_expiring', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked'));

ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'coupon_received', 'coupon_expiring', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'support_answered', 'support_closed', 'support_asked'));

ALTER TABLE "saved_filters"
    DROP CONSTRAINT "saved_filters_table_name_check",
    ADD CONSTRAINT "saved_filters_table_name_check" CHECK ("table_name" IN ('users', 'orders', 'notices', 'refunds', 'money-refunds', 'usage', 'audit', 'workflows', 'reconciliation', 'support', 'prompts', 'models', 'plans', 'coupons', 'user-coupons'));
