-- alter constraint job_most of job (notEnforced)
ALTER TABLE `job` ALTER CHECK `job_most` ENFORCED;

-- alter constraint job_pay of job (notEnforced)
ALTER TABLE `job` ALTER CHECK `job_pay` NOT ENFORCED;
