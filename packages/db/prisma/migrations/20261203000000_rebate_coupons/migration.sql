-- AlterTable
ALTER TABLE "referral_rules" ADD COLUMN     "coupon_credits" INTEGER,
ADD COLUMN     "coupon_id" UUID;

-- AlterTable
ALTER TABLE "rebates" ADD COLUMN     "block_reason" TEXT,
ADD COLUMN     "coupon_credits" INTEGER;

-- AlterTable
ALTER TABLE "user_coupons" ADD COLUMN     "clawed_back_at" TIMESTAMPTZ(3),
ADD COLUMN     "rebate_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "user_coupons_rebate_id_key" ON "user_coupons"("rebate_id");

-- AddForeignKey
ALTER TABLE "user_coupons" ADD CONSTRAINT "user_coupons_rebate_id_fkey" FOREIGN KEY ("rebate_id") REFERENCES "rebates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_rules" ADD CONSTRAINT "referral_rules_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules of coupons were refused until now; one that came by another way names no coupon, and gave credits.
UPDATE "referral_rules" SET "form" = 'credits' WHERE "form" = 'coupon';

-- Which coupon, and what one of them stands for, is said by rules of coupons alone.
ALTER TABLE "referral_rules"
    ADD CONSTRAINT "referral_rules_coupon_check" CHECK (("form" = 'coupon') = ("coupon_id" IS NOT NULL) AND ("form" = 'coupon') = ("coupon_credits" IS NOT NULL) AND ("coupon_credits" IS NULL OR "coupon_credits" BETWEEN 1 AND 100000));

ALTER TABLE "rebates"
    DROP CONSTRAINT "rebates_form_check",
    ADD CONSTRAINT "rebates_form_check" CHECK ("form" IN ('credits', 'cash', 'coupon')),
    ADD CONSTRAINT "rebates_coupon_check" CHECK ("form" <> 'coupon' OR ("coupon_credits" IS NOT NULL AND "level" > 0 AND "born_amount" = 1)),
    ADD CONSTRAINT "rebates_coupon_credits_check" CHECK ("coupon_credits" IS NULL OR ("coupon_credits" > 0 AND "form" <> 'cash')),
    ADD CONSTRAINT "rebates_block_reason_check" CHECK ("block_reason" IN ('sold_out', 'paused', 'over', 'limit_reached')),
    ADD CONSTRAINT "rebates_blocked_check" CHECK ("block_reason" IS NULL OR ("status" = 'in_review' AND "form" = 'coupon'));

-- What a rebate was paid with is a rebate's, and void as long as it is taken back.
ALTER TABLE "user_coupons"
    ADD CONSTRAINT "user_coupons_rebate_check" CHECK ("rebate_id" IS NULL OR "source" = 'rebate'),
    ADD CONSTRAINT "user_coupons_clawed_back_check" CHECK ("clawed_back_at" IS NULL OR ("rebate_id" IS NOT NULL AND "voided_at" IS NOT NULL));

-- What was found when a refund took a rebate back whose coupon is used.
ALTER TABLE "rebate_flags"
    DROP CONSTRAINT "rebate_flags_rule_check",
    ADD CONSTRAINT "rebate_flags_rule_check" CHECK ("rule" IN ('same_person', 'same_payer_as_referrer', 'same_payer_as_referee', 'many_signups', 'refund_share', 'disposable_mail', 'same_address', 'coupon_used')),
    DROP CONSTRAINT "rebate_flags_moment_check",
    ADD CONSTRAINT "rebate_flags_moment_check" CHECK ("moment" IN ('fulfilment', 'payout', 'refund'));
ALTER TABLE "rebate_decisions"
    DROP CONSTRAINT "rebate_decisions_decision_check",
    ADD CONSTRAINT "rebate_decisions_decision_check" CHECK ("decision" IN ('released', 'rejected', 'paid_in_credits'));
