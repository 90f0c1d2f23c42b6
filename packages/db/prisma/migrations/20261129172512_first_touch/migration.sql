-- AlterTable
ALTER TABLE "users" ADD COLUMN     "first_touch" JSONB;
