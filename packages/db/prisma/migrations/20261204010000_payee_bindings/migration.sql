-- CreateTable
CREATE TABLE "payee_bindings" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "state_hash" BYTEA NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "account_mark" TEXT,
    "sealed" BYTEA,
    "sealed_key_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payee_bindings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "payee_bindings_user_id_key" ON "payee_bindings"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "payee_bindings_state_hash_key" ON "payee_bindings"("state_hash");

-- AddForeignKey
ALTER TABLE "payee_bindings" ADD CONSTRAINT "payee_bindings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "payee_bindings"
    ADD CONSTRAINT "payee_bindings_channel_check" CHECK ("channel" IN ('alipay', 'wechat')),
    ADD CONSTRAINT "payee_bindings_status_check" CHECK ("status" IN ('waiting', 'asked', 'bound', 'failed')),
    ADD CONSTRAINT "payee_bindings_bound_check" CHECK (("status" = 'bound') = ("sealed" IS NOT NULL AND "sealed_key_id" IS NOT NULL AND "account_mark" IS NOT NULL));

-- A person is told when whom their cash goes to is changed.
ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'coupon_received', 'coupon_expiring', 'withdrawal_confirm', 'withdrawal_paid', 'withdrawal_ended', 'payee_changed', 'rebate_born', 'rebate_paid', 'rebate_lost', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'account_closing', 'support_answered', 'support_closed', 'campaign_rewarded', 'support_asked', 'campaign_budget_low'));
ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'coupon_received', 'coupon_expiring', 'withdrawal_confirm', 'withdrawal_paid', 'withdrawal_ended', 'payee_changed', 'rebate_born', 'rebate_paid', 'rebate_lost', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'account_closing', 'support_answered', 'support_closed', 'campaign_rewarded', 'support_asked', 'campaign_budget_low'));
