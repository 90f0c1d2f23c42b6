-- AlterTable
ALTER TABLE "membership_periods" ADD COLUMN     "anchor_at" TIMESTAMPTZ(3),
ADD COLUMN     "months" INTEGER;

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "months" INTEGER NOT NULL,
    "price_fen" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "is_on_sale" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "order_no" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "price_fen" INTEGER NOT NULL,
    "payable_fen" INTEGER NOT NULL,
    "credits" INTEGER,
    "plan_id" UUID,
    "plan_key" TEXT,
    "plan_name" TEXT,
    "plan_months" INTEGER,
    "request_key" UUID NOT NULL,
    "request_fingerprint" BYTEA NOT NULL,
    "abnormal_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "queried_at" TIMESTAMPTZ(3),
    "watched_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_starts" (
    "order_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "qr_text" TEXT,
    "redirect_url" TEXT,
    "is_sandbox" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_starts_pkey" PRIMARY KEY ("order_id","channel","way")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "payer_hash" BYTEA,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "money_refunds" (
    "id" UUID NOT NULL,
    "refund_no" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "money_refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_notices" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "body" BYTEA NOT NULL,
    "headers" JSONB NOT NULL,
    "verdict" TEXT NOT NULL DEFAULT 'received',
    "reason" TEXT,
    "order_no" TEXT,
    "deliveries" INTEGER NOT NULL DEFAULT 1,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_notices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plans_key_key" ON "plans"("key");

-- CreateIndex
CREATE UNIQUE INDEX "orders_order_no_key" ON "orders"("order_no");

-- CreateIndex
CREATE INDEX "orders_user_id_kind_created_at_id_idx" ON "orders"("user_id", "kind", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "orders_user_id_request_key_key" ON "orders"("user_id", "request_key");

-- CreateIndex
CREATE INDEX "payments_order_id_idx" ON "payments"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_channel_transaction_id_key" ON "payments"("channel", "transaction_id");

-- CreateIndex
CREATE UNIQUE INDEX "money_refunds_refund_no_key" ON "money_refunds"("refund_no");

-- CreateIndex
CREATE INDEX "money_refunds_order_id_idx" ON "money_refunds"("order_id");

-- CreateIndex
CREATE INDEX "payment_notices_received_at_idx" ON "payment_notices"("received_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "payment_notices_channel_body_hash_key" ON "payment_notices"("channel", "body_hash");

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_starts" ADD CONSTRAINT "payment_starts_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_refunds" ADD CONSTRAINT "money_refunds_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_refunds" ADD CONSTRAINT "money_refunds_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Money is whole and positive, an order is one of the two kinds with what it needs, and what was accepted was accepted once.
ALTER TABLE "plans"
    ADD CONSTRAINT "plans_amounts_check" CHECK ("price_fen" > 0 AND "months" BETWEEN 1 AND 120 AND "version" > 0);

ALTER TABLE "orders"
    ADD CONSTRAINT "orders_kind_check" CHECK ("kind" IN ('recharge', 'membership')),
    ADD CONSTRAINT "orders_status_check" CHECK ("status" IN ('pending', 'fulfilled', 'closed', 'partially_refunded', 'refunded')),
    ADD CONSTRAINT "orders_abnormal_reason_check" CHECK ("abnormal_reason" IN ('amount_mismatch', 'unknown_order', 'paid_twice', 'paid_after_close', 'refund_abnormal')),
    ADD CONSTRAINT "orders_amounts_check" CHECK ("price_fen" > 0 AND "payable_fen" BETWEEN 0 AND "price_fen"),
    ADD CONSTRAINT "orders_goods_check" CHECK (
        ("kind" = 'recharge' AND "credits" > 0 AND "plan_id" IS NULL)
        OR ("kind" = 'membership' AND "credits" IS NULL AND "plan_id" IS NOT NULL AND "plan_months" > 0)),
    ADD CONSTRAINT "orders_no_check" CHECK ("order_no" ~ '^[0-9A-Z]{20,32}$'),
    ADD CONSTRAINT "orders_paid_check" CHECK (("status" IN ('fulfilled', 'partially_refunded', 'refunded')) = ("paid_at" IS NOT NULL)),
    ADD CONSTRAINT "orders_closed_check" CHECK (("status" = 'closed') = ("closed_at" IS NOT NULL));
CREATE INDEX "orders_pending_idx" ON "orders" ("expires_at") WHERE "status" = 'pending';

ALTER TABLE "payment_starts"
    ADD CONSTRAINT "payment_starts_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "payment_starts_way_check" CHECK ("way" IN ('qr', 'page', 'wap')),
    ADD CONSTRAINT "payment_starts_somewhere_check" CHECK (("qr_text" IS NULL) <> ("redirect_url" IS NULL));

ALTER TABLE "payments"
    ADD CONSTRAINT "payments_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "payments_status_check" CHECK ("status" IN ('accepted', 'surplus')),
    ADD CONSTRAINT "payments_source_check" CHECK ("source" IN ('notice', 'query', 'bill', 'free')),
    ADD CONSTRAINT "payments_amount_check" CHECK ("amount_fen" > 0);
CREATE UNIQUE INDEX "payments_accepted_once_idx" ON "payments" ("order_id") WHERE "status" = 'accepted';

ALTER TABLE "money_refunds"
    ADD CONSTRAINT "money_refunds_kind_check" CHECK ("kind" IN ('surplus')),
    ADD CONSTRAINT "money_refunds_status_check" CHECK ("status" IN ('requested', 'reserved', 'submitted', 'succeeded', 'failed', 'rejected', 'abnormal')),
    ADD CONSTRAINT "money_refunds_amount_check" CHECK ("amount_fen" > 0);
CREATE UNIQUE INDEX "money_refunds_in_flight_idx" ON "money_refunds" ("payment_id") WHERE "status" IN ('requested', 'reserved', 'submitted', 'abnormal');

ALTER TABLE "payment_notices"
    ADD CONSTRAINT "payment_notices_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "payment_notices_verdict_check" CHECK ("verdict" IN ('received', 'applied', 'repeated', 'refused')),
    ADD CONSTRAINT "payment_notices_hash_check" CHECK (octet_length("body_hash") = 32 AND "deliveries" > 0);
CREATE INDEX "payment_notices_unapplied_idx" ON "payment_notices" ("received_at") WHERE "verdict" = 'received';

-- One period an order.
CREATE UNIQUE INDEX "membership_periods_of_order_idx" ON "membership_periods" ("source_id") WHERE "source" = 'order';
ALTER TABLE "membership_periods"
    ADD CONSTRAINT "membership_periods_chain_check" CHECK (("anchor_at" IS NULL) = ("months" IS NULL) AND "months" > 0);

-- The brief's three.
INSERT INTO "plans" ("id", "key", "name_zh", "name_en", "months", "price_fen", "position", "created_at", "updated_at") VALUES
    ('00000000-0000-7000-8000-000000000101', 'month', '月度会员', 'Monthly', 1, 990, 1, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP),
    ('00000000-0000-7000-8000-000000000102', 'quarter', '季度会员', 'Quarterly', 3, 2500, 2, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP),
    ('00000000-0000-7000-8000-000000000103', 'year', '年度会员', 'Yearly', 12, 8800, 3, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP);
