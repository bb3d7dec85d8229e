"""The weekly summary without being asked: lines for cron, units for systemd, a launchd agent."""
