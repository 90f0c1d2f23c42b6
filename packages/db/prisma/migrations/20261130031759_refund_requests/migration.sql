-- AlterTable
ALTER TABLE "money_refunds" ADD COLUMN     "asked_fen" INTEGER,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "decided_by_id" UUID,
ADD COLUMN     "decision_note" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "request_key" UUID,
ADD COLUMN     "reserved_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_credits" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "taken_period" JSONB;

-- CreateIndex
CREATE INDEX "money_refunds_created_at_id_idx" ON "money_refunds"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "money_refunds_order_id_request_key_key" ON "money_refunds"("order_id", "request_key");

-- Refunds that people ask for, and those that were made at the channel. Rows that are there are of the first kind and hold all of it.
ALTER TABLE "orders" DROP CONSTRAINT "orders_abnormal_reason_check";
ALTER TABLE "orders"
    ADD CONSTRAINT "orders_abnormal_reason_check" CHECK ("abnormal_reason" IN ('amount_mismatch', 'unknown_order', 'paid_twice', 'paid_after_close', 'refund_abnormal', 'refunded_outside'));

ALTER TABLE "money_refunds" DROP CONSTRAINT "money_refunds_kind_check";
ALTER TABLE "money_refunds"
    ADD CONSTRAINT "money_refunds_kind_check" CHECK ("kind" IN ('surplus', 'request', 'external')),
    ADD CONSTRAINT "money_refunds_taken_check" CHECK ("taken_credits" >= 0 AND ("kind" <> 'surplus' OR ("taken_credits" = 0 AND "taken_period" IS NULL))),
    -- Nothing is sent that was not reserved, and what waits for a decision has taken nothing.
    ADD CONSTRAINT "money_refunds_reserved_check" CHECK ("kind" <> 'request' OR (
        ("request_key" IS NOT NULL AND "asked_fen" > 0)
        AND ("status" IN ('requested', 'rejected')) = ("reserved_at" IS NULL))),
    ADD CONSTRAINT "money_refunds_decided_check" CHECK (("decided_by_id" IS NULL) = ("decided_at" IS NULL));
CREATE INDEX "money_refunds_under_way_idx" ON "money_refunds" ("created_at") WHERE "status" IN ('requested', 'reserved', 'submitted');
