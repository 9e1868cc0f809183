/// The systemd unit of the daemon, printed by `wmsd unit`.
///
/// `PrivateUsers=` is left out on purpose: in a user namespace the kernel shows the callers of a Unix socket
/// as nobody, and roles would not be known.
enum ServiceUnit {
    static func text(executable: String) -> String {
        """
        [Unit]
        Description=Warehouse management daemon
        Documentation=man:wms(1) man:wms-methods(7)

        [Service]
        Type=notify
        ExecStart=\(executable) serve
        User=wmsd
        Group=wmsd
        ConfigurationDirectory=wmsd
        StateDirectory=wmsd
        StateDirectoryMode=0750
        RuntimeDirectory=wmsd
        RuntimeDirectoryMode=0755
        WatchdogSec=30
        TimeoutStopSec=30
        Restart=on-failure
        RestartPreventExitStatus=64 65 73 75 78
        UMask=0077
        LimitNOFILE=16384
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        ProtectSystem=strict
        ProtectHome=yes
        PrivateTmp=yes
        PrivateDevices=yes
        PrivateNetwork=yes
        PrivateIPC=yes
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        ProtectProc=invisible
        RestrictAddressFamilies=AF_UNIX
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes
        RemoveIPC=yes
        IPAddressDeny=any
        SystemCallArchitectures=native
        SystemCallFilter=@system-service
        SystemCallFilter=~@privileged @resources
        DevicePolicy=closed

        [Install]
        WantedBy=multi-user.target

        """
    }
}
