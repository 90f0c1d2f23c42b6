-- An order may hold an offer and be worth more to who invited: of one order each campaign is a part once.
DROP INDEX "campaign_participations_order_id_key";
CREATE UNIQUE INDEX "campaign_participations_order_id_campaign_id_key" ON "campaign_participations"("order_id", "campaign_id");

ALTER TABLE "campaign_rewards" ADD COLUMN "user_coupon_id" UUID;
CREATE UNIQUE INDEX "campaign_rewards_user_coupon_id_key" ON "campaign_rewards"("user_coupon_id");
ALTER TABLE "campaign_rewards" ADD CONSTRAINT "campaign_rewards_user_coupon_id_fkey" FOREIGN KEY ("user_coupon_id") REFERENCES "user_coupons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "campaign_rewards"
    DROP CONSTRAINT "campaign_rewards_part_check",
    ADD CONSTRAINT "campaign_rewards_part_check" CHECK ("part" IN ('gift', 'milestone', 'offer', 'coupon', 'rebate', 'welcome')),
    ADD CONSTRAINT "campaign_rewards_coupon_check" CHECK (("part" = 'coupon') = ("user_coupon_id" IS NOT NULL) AND ("part" <> 'coupon' OR "amount" = 1));

ALTER TABLE "rebates" ADD COLUMN "participation_id" UUID;
CREATE INDEX "rebates_participation_id_idx" ON "rebates"("participation_id");
ALTER TABLE "rebates" ADD CONSTRAINT "rebates_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "campaign_participations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
