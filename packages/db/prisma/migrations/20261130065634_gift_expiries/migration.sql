-- CreateTable
CREATE TABLE "gift_expiries" (
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "gift_expiries_pkey" PRIMARY KEY ("entry_id")
);

-- CreateIndex
CREATE INDEX "gift_expiries_user_id_idx" ON "gift_expiries"("user_id");

-- CreateIndex
CREATE INDEX "gift_expiries_settled_at_idx" ON "gift_expiries"("settled_at");

-- AddForeignKey
ALTER TABLE "gift_expiries" ADD CONSTRAINT "gift_expiries_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "credit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only gifts expire, a week after they were given at the earliest, and what was said of it stands.
CREATE FUNCTION check_gift_expiry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM "credit_entries" e JOIN "credit_accounts" a ON a."id" = e."account_id"
        WHERE e."id" = NEW."entry_id" AND a."user_id" = NEW."user_id" AND a."unit" = 'credits'
            AND e."kind" IN ('gift_signup', 'gift_campaign', 'gift_referral') AND e."amount" > 0 AND e."reference_type" <> 'order'
            AND NEW."expires_at" >= e."created_at" + interval '7 days'
    ) THEN
        RAISE EXCEPTION 'gift_expiries: entry % cannot expire on %', NEW."entry_id", NEW."expires_at" USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "gift_expiries_check" BEFORE INSERT OR UPDATE OF "entry_id", "user_id", "expires_at" ON "gift_expiries"
    FOR EACH ROW EXECUTE FUNCTION check_gift_expiry();
CREATE INDEX "gift_expiries_open_idx" ON "gift_expiries" ("expires_at") WHERE "settled_at" IS NULL;
CREATE INDEX "credit_entries_gift_idx" ON "credit_entries" ("reference_id") WHERE "kind" = 'gift_expired';

ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'gift_expiring', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed'));
ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'gift_expiring', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed'));
