SET LOCAL lock_timeout = '5s';

ALTER TABLE "saved_filters"
    DROP CONSTRAINT "saved_filters_table_name_check",
    ADD CONSTRAINT "saved_filters_table_name_check" CHECK ("table_name" IN ('users', 'orders', 'notices', 'refunds', 'money-refunds', 'usage', 'audit', 'workflows', 'reconciliation', 'support', 'prompts', 'models', 'plans', 'renewals', 'coupons', 'user-coupons', 'withdrawals', 'campaigns', 'publications', 'platform-accounts'));
