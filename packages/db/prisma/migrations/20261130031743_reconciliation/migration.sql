-- CreateTable
CREATE TABLE "order_resolutions" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "resolution" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_resolutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_bills" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "file" BYTEA,
    "sha256" TEXT,
    "line_count" INTEGER NOT NULL DEFAULT 0,
    "paid_fen" BIGINT NOT NULL DEFAULT 0,
    "refund_fen" BIGINT NOT NULL DEFAULT 0,
    "fee_fen" BIGINT NOT NULL DEFAULT 0,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "rolled" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "tried_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),
    "compared_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_bills_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bill_lines" (
    "bill_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "order_no" TEXT NOT NULL,
    "refund_no" TEXT,
    "transaction_id" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "fee_fen" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bill_lines_pkey" PRIMARY KEY ("bill_id","position")
);

-- CreateTable
CREATE TABLE "bill_findings" (
    "id" UUID NOT NULL,
    "bill_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "movement" TEXT NOT NULL,
    "order_no" TEXT NOT NULL,
    "refund_no" TEXT,
    "transaction_id" TEXT,
    "our_fen" INTEGER,
    "their_fen" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolution" TEXT,
    "note" TEXT,
    "actor_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bill_findings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "order_resolutions_order_id_idx" ON "order_resolutions"("order_id");

-- CreateIndex
CREATE INDEX "channel_bills_day_idx" ON "channel_bills"("day");

-- CreateIndex
CREATE UNIQUE INDEX "channel_bills_channel_day_key" ON "channel_bills"("channel", "day");

-- CreateIndex
CREATE INDEX "bill_lines_key_idx" ON "bill_lines"("key");

-- CreateIndex
CREATE UNIQUE INDEX "bill_findings_bill_id_kind_key_key" ON "bill_findings"("bill_id", "kind", "key");

-- CreateIndex
CREATE INDEX "money_refunds_submitted_at_idx" ON "money_refunds"("submitted_at");

-- CreateIndex
CREATE INDEX "orders_status_created_at_id_idx" ON "orders"("status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "orders_created_at_id_idx" ON "orders"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "payment_notices_order_no_idx" ON "payment_notices"("order_no");

-- CreateIndex
CREATE INDEX "payments_channel_paid_at_idx" ON "payments"("channel", "paid_at");

-- AddForeignKey
ALTER TABLE "order_resolutions" ADD CONSTRAINT "order_resolutions_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_resolutions" ADD CONSTRAINT "order_resolutions_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_bill_id_fkey" FOREIGN KEY ("bill_id") REFERENCES "channel_bills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bill_findings" ADD CONSTRAINT "bill_findings_bill_id_fkey" FOREIGN KEY ("bill_id") REFERENCES "channel_bills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bill_findings" ADD CONSTRAINT "bill_findings_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Money of another amount than its order is held, not forgotten: a person decides, and the bill finds it here.
ALTER TABLE "payments" DROP CONSTRAINT "payments_status_check";
ALTER TABLE "payments" ADD CONSTRAINT "payments_status_check" CHECK ("status" IN ('accepted', 'surplus', 'held'));
CREATE INDEX "payments_held_idx" ON "payments" ("order_id") WHERE "status" = 'held';

-- What waits for finance, and what was paid lately.
CREATE INDEX "orders_abnormal_idx" ON "orders" ("created_at" DESC, "id" DESC) WHERE "abnormal_reason" IS NOT NULL;
CREATE INDEX "orders_paid_idx" ON "orders" ("paid_at") WHERE "paid_at" IS NOT NULL;

ALTER TABLE "order_resolutions"
    ADD CONSTRAINT "order_resolutions_reason_check" CHECK ("reason" IN ('amount_mismatch', 'unknown_order', 'paid_twice', 'paid_after_close', 'refund_abnormal')),
    ADD CONSTRAINT "order_resolutions_resolution_check" CHECK ("resolution" IN ('refund', 'accept', 'settled_elsewhere', 'seen'));

ALTER TABLE "channel_bills"
    ADD CONSTRAINT "channel_bills_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "channel_bills_status_check" CHECK ("status" IN ('waiting', 'fetched', 'compared')),
    ADD CONSTRAINT "channel_bills_day_check" CHECK ("day" ~ '^20[0-9]{2}-[01][0-9]-[0-3][0-9]$'),
    ADD CONSTRAINT "channel_bills_file_check" CHECK (("status" = 'waiting') OR ("file" IS NOT NULL AND "sha256" IS NOT NULL AND "fetched_at" IS NOT NULL)),
    ADD CONSTRAINT "channel_bills_compared_check" CHECK (("status" = 'compared') = ("compared_at" IS NOT NULL));

ALTER TABLE "bill_lines"
    ADD CONSTRAINT "bill_lines_kind_check" CHECK ("kind" IN ('payment', 'refund')),
    ADD CONSTRAINT "bill_lines_amount_check" CHECK ("amount_fen" >= 0);

ALTER TABLE "bill_findings"
    ADD CONSTRAINT "bill_findings_kind_check" CHECK ("kind" IN ('missing_here', 'missing_there', 'amount_differs', 'status_differs', 'order_differs')),
    ADD CONSTRAINT "bill_findings_movement_check" CHECK ("movement" IN ('payment', 'refund')),
    ADD CONSTRAINT "bill_findings_resolution_check" CHECK ("resolution" IN ('credited', 'returned', 'order_flagged', 'appeared_later', 'corrected_here', 'channel_corrects', 'not_ours', 'no_difference')),
    ADD CONSTRAINT "bill_findings_resolved_check" CHECK (("resolution" IS NULL) = ("resolved_at" IS NULL));
CREATE INDEX "bill_findings_open_idx" ON "bill_findings" ("bill_id") WHERE "resolution" IS NULL;
