-- A coupon that a rule of a campaign names stays: a key keeps it, where the rule's own text could not.
ALTER TABLE "campaign_rules" ADD COLUMN "coupon_id" UUID;
UPDATE "campaign_rules" SET "coupon_id" = substr("rule"->>'couponId', 5)::uuid WHERE "rule"->>'kind' = 'coupon';
ALTER TABLE "campaign_rules"
    ADD CONSTRAINT "campaign_rules_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    ADD CONSTRAINT "campaign_rules_coupon_check" CHECK (("rule"->>'kind' = 'coupon') = ("coupon_id" IS NOT NULL));
CREATE INDEX "campaign_rules_coupon_id_idx" ON "campaign_rules"("coupon_id");
