-- Whoever an issue of coupons passed over, and why: written with the batch that did, so that each person of an issue is there once, given or not.
CREATE TABLE "coupon_issue_skips" (
    "issue_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupon_issue_skips_pkey" PRIMARY KEY ("issue_id", "user_id"),
    CONSTRAINT "coupon_issue_skips_reason_check" CHECK ("reason" IN ('limit', 'account_closed', 'by_hand', 'sold_out', 'coupon_off')),
    CONSTRAINT "coupon_issue_skips_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "coupon_issues"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "coupon_issue_skips_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "coupon_issue_skips_user_id_idx" ON "coupon_issue_skips"("user_id");

-- One of an issue for each person, whatever writes it; and the order in which its result is read.
CREATE UNIQUE INDEX "user_coupons_issue_id_user_id_key" ON "user_coupons"("issue_id", "user_id");
