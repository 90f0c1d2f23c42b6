-- Kinds and tables that were added side by side, each list without the others'.
ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'coupon_received', 'coupon_expiring', 'withdrawal_confirm', 'withdrawal_paid', 'withdrawal_ended', 'rebate_born', 'rebate_paid', 'rebate_lost', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'account_closing', 'support_answered', 'support_closed', 'campaign_rewarded', 'support_asked', 'campaign_budget_low'));

ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'coupon_received', 'coupon_expiring', 'withdrawal_confirm', 'withdrawal_paid', 'withdrawal_ended', 'rebate_born', 'rebate_paid', 'rebate_lost', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'account_closing', 'support_answered', 'support_closed', 'campaign_rewarded', 'support_asked', 'campaign_budget_low'));

ALTER TABLE "saved_filters"
    DROP CONSTRAINT "saved_filters_table_name_check",
    ADD CONSTRAINT "saved_filters_table_name_check" CHECK ("table_name" IN ('users', 'orders', 'notices', 'refunds', 'money-refunds', 'usage', 'audit', 'workflows', 'reconciliation', 'support', 'prompts', 'models', 'plans', 'renewals', 'coupons', 'user-coupons', 'withdrawals', 'campaigns'));
