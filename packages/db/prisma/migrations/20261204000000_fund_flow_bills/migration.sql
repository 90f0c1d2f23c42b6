-- Bills of the account's flow stand beside those of trades: transfers to people are in no other.
ALTER TABLE "channel_bills" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'trade';
ALTER TABLE "channel_bills" ADD CONSTRAINT "channel_bills_kind_check" CHECK ("kind" IN ('trade', 'flow'));

-- DropIndex
DROP INDEX "channel_bills_channel_day_key";

-- CreateIndex
CREATE UNIQUE INDEX "channel_bills_channel_kind_day_key" ON "channel_bills"("channel", "kind", "day");

ALTER TABLE "bill_lines" DROP CONSTRAINT "bill_lines_kind_check";
ALTER TABLE "bill_lines" ADD CONSTRAINT "bill_lines_kind_check" CHECK ("kind" IN ('payment', 'refund', 'transfer', 'transfer_return'));

ALTER TABLE "bill_findings" DROP CONSTRAINT "bill_findings_movement_check";
ALTER TABLE "bill_findings" ADD CONSTRAINT "bill_findings_movement_check" CHECK ("movement" IN ('payment', 'refund', 'transfer', 'transfer_return'));
ALTER TABLE "bill_findings" DROP CONSTRAINT "bill_findings_resolution_check";
ALTER TABLE "bill_findings" ADD CONSTRAINT "bill_findings_resolution_check" CHECK ("resolution" IN ('credited', 'returned', 'order_flagged', 'appeared_later', 'given_back', 'corrected_here', 'channel_corrects', 'not_ours', 'no_difference'));
