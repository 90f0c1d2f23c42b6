-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "refund_month_fen" INTEGER;

ALTER TABLE "orders"
    ADD CONSTRAINT "orders_refund_month_check" CHECK ("refund_month_fen" IS NULL OR ("refund_month_fen" > 0 AND "kind" = 'membership'));
