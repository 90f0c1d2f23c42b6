-- CreateTable
CREATE TABLE "user_devices" (
    "user_id" UUID NOT NULL,
    "device_hash" BYTEA NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_devices_pkey" PRIMARY KEY ("user_id","device_hash")
);

-- CreateIndex
CREATE INDEX "user_devices_device_hash_idx" ON "user_devices"("device_hash");

-- CreateIndex
CREATE INDEX "user_devices_last_seen_at_idx" ON "user_devices"("last_seen_at");

-- AddForeignKey
ALTER TABLE "user_devices" ADD CONSTRAINT "user_devices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The hash, never the mark itself.
ALTER TABLE "user_devices"
    ADD CONSTRAINT "user_devices_hash_check" CHECK (octet_length("device_hash") = 32),
    ADD CONSTRAINT "user_devices_seen_check" CHECK ("first_seen_at" <= "last_seen_at");

ALTER TABLE "rebate_flags"
    DROP CONSTRAINT "rebate_flags_rule_check",
    ADD CONSTRAINT "rebate_flags_rule_check" CHECK ("rule" IN ('same_person', 'same_payer_as_referrer', 'same_payer_as_referee', 'same_device', 'many_signups', 'refund_share', 'disposable_mail', 'same_address', 'coupon_used'));
