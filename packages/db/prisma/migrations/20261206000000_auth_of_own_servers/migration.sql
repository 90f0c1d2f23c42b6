-- A server of one's own asks for a name and a password, or for nothing.
ALTER TABLE "ai_models"
    DROP CONSTRAINT "ai_models_auth_profile_check",
    ADD CONSTRAINT "ai_models_auth_profile_check"
        CHECK ("auth_profile" IN ('bearer', 'x_api_key', 'signed_jwt', 'access_key_pair', 'basic', 'none'));
